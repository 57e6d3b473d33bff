// The icons this program uses, from Lucide (ISC). Only those named here are bundled; add one with an import and a line.
import aLargeSmall from "lucide-static/icons/a-large-small.svg?raw";
import archive from "lucide-static/icons/archive.svg?raw";
import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import arrowDown from "lucide-static/icons/arrow-down.svg?raw";
import arrowUp from "lucide-static/icons/arrow-up.svg?raw";
import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import ban from "lucide-static/icons/ban.svg?raw";
import bookOpen from "lucide-static/icons/book-open.svg?raw";
import calendar from "lucide-static/icons/calendar.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import chevronDown from "lucide-static/icons/chevron-down.svg?raw";
import chevronLeft from "lucide-static/icons/chevron-left.svg?raw";
import chevronRight from "lucide-static/icons/chevron-right.svg?raw";
import circle from "lucide-static/icons/circle.svg?raw";
import circleCheck from "lucide-static/icons/circle-check.svg?raw";
import circleQuestionMark from "lucide-static/icons/circle-question-mark.svg?raw";
import circleX from "lucide-static/icons/circle-x.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import copy from "lucide-static/icons/copy.svg?raw";
import eye from "lucide-static/icons/eye.svg?raw";
import eyeOff from "lucide-static/icons/eye-off.svg?raw";
import fileDown from "lucide-static/icons/file-down.svg?raw";
import fileInput from "lucide-static/icons/file-input.svg?raw";
import fileText from "lucide-static/icons/file-text.svg?raw";
import filePlus from "lucide-static/icons/file-plus.svg?raw";
import flag from "lucide-static/icons/flag.svg?raw";
import folder from "lucide-static/icons/folder.svg?raw";
import folderOpen from "lucide-static/icons/folder-open.svg?raw";
import gauge from "lucide-static/icons/gauge.svg?raw";
import gavel from "lucide-static/icons/gavel.svg?raw";
import handCoins from "lucide-static/icons/hand-coins.svg?raw";
import hardDrive from "lucide-static/icons/hard-drive.svg?raw";
import hourglass from "lucide-static/icons/hourglass.svg?raw";
import house from "lucide-static/icons/house.svg?raw";
import info from "lucide-static/icons/info.svg?raw";
import keyRound from "lucide-static/icons/key-round.svg?raw";
import landmark from "lucide-static/icons/landmark.svg?raw";
import list from "lucide-static/icons/list.svg?raw";
import lock from "lucide-static/icons/lock.svg?raw";
import lockOpen from "lucide-static/icons/lock-open.svg?raw";
import mail from "lucide-static/icons/mail.svg?raw";
import mailOpen from "lucide-static/icons/mail-open.svg?raw";
import menu from "lucide-static/icons/menu.svg?raw";
import messageSquareText from "lucide-static/icons/message-square-text.svg?raw";
import minus from "lucide-static/icons/minus.svg?raw";
import notebookPen from "lucide-static/icons/notebook-pen.svg?raw";
import octagonAlert from "lucide-static/icons/octagon-alert.svg?raw";
import panelRight from "lucide-static/icons/panel-right.svg?raw";
import pack from "lucide-static/icons/package.svg?raw";
import paperclip from "lucide-static/icons/paperclip.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import phone from "lucide-static/icons/phone.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import poundSterling from "lucide-static/icons/pound-sterling.svg?raw";
import printer from "lucide-static/icons/printer.svg?raw";
import receiptText from "lucide-static/icons/receipt-text.svg?raw";
import rotateCw from "lucide-static/icons/rotate-cw.svg?raw";
import save from "lucide-static/icons/save.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import settings from "lucide-static/icons/settings.svg?raw";
import shieldCheck from "lucide-static/icons/shield-check.svg?raw";
import signature from "lucide-static/icons/signature.svg?raw";
import stamp from "lucide-static/icons/stamp.svg?raw";
import triangleAlert from "lucide-static/icons/triangle-alert.svg?raw";
import undo2 from "lucide-static/icons/undo-2.svg?raw";
import user from "lucide-static/icons/user.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import wifiOff from "lucide-static/icons/wifi-off.svg?raw";
import x from "lucide-static/icons/x.svg?raw";
import zoomIn from "lucide-static/icons/zoom-in.svg?raw";
import zoomOut from "lucide-static/icons/zoom-out.svg?raw";

const drawn = {
  "a-large-small": aLargeSmall,
  archive: archive,
  "arrow-left": arrowLeft,
  "arrow-down": arrowDown,
  "arrow-up": arrowUp,
  "arrow-right": arrowRight,
  ban: ban,
  "book-open": bookOpen,
  calendar: calendar,
  check: check,
  "chevron-down": chevronDown,
  "chevron-left": chevronLeft,
  "chevron-right": chevronRight,
  circle: circle,
  "circle-check": circleCheck,
  "circle-question-mark": circleQuestionMark,
  "circle-x": circleX,
  clock: clock,
  copy: copy,
  eye: eye,
  "eye-off": eyeOff,
  "file-down": fileDown,
  "file-input": fileInput,
  "file-text": fileText,
  "file-plus": filePlus,
  flag: flag,
  folder: folder,
  "folder-open": folderOpen,
  gauge: gauge,
  gavel: gavel,
  "hand-coins": handCoins,
  "hard-drive": hardDrive,
  hourglass: hourglass,
  house: house,
  info: info,
  "key-round": keyRound,
  landmark: landmark,
  list: list,
  lock: lock,
  "lock-open": lockOpen,
  mail: mail,
  "mail-open": mailOpen,
  menu: menu,
  "message-square-text": messageSquareText,
  minus: minus,
  "notebook-pen": notebookPen,
  "octagon-alert": octagonAlert,
  "panel-right": panelRight,
  package: pack,
  paperclip: paperclip,
  pencil: pencil,
  phone: phone,
  plus: plus,
  "pound-sterling": poundSterling,
  printer: printer,
  "receipt-text": receiptText,
  "rotate-cw": rotateCw,
  save: save,
  search: search,
  settings: settings,
  "shield-check": shieldCheck,
  signature: signature,
  stamp: stamp,
  "triangle-alert": triangleAlert,
  "undo-2": undo2,
  user: user,
  users: users,
  "wifi-off": wifiOff,
  x: x,
  "zoom-in": zoomIn,
  "zoom-out": zoomOut,
} as const;

export type IconName = keyof typeof drawn;

/** What stands inside the svg element. */
export function strokes(name: IconName): string {
  return drawn[name].replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
}
