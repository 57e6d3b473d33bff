// Which view stands for which screen. A screen without a view does not compile; its fields are the view's props.
import type { Component } from "svelte";
import AgreementScreen from "$features/agreements/AgreementScreen.svelte";
import AgreementsScreen from "$features/agreements/AgreementsScreen.svelte";
import ApplicationScreen from "$features/applications/ApplicationScreen.svelte";
import ApplicationsScreen from "$features/applications/ApplicationsScreen.svelte";
import CheckScreen from "$features/applications/CheckScreen.svelte";
import ReceivedScreen from "$features/applications/ReceivedScreen.svelte";
import TypingScreen from "$features/applications/TypingScreen.svelte";
import AwardsScreen from "$features/budget/AwardsScreen.svelte";
import BankScreen from "$features/budget/BankScreen.svelte";
import BudgetScreen from "$features/budget/BudgetScreen.svelte";
import VirementsScreen from "$features/budget/VirementsScreen.svelte";
import DecideScreen from "$features/decisions/DecideScreen.svelte";
import DecisionsScreen from "$features/decisions/DecisionsScreen.svelte";
import TellScreen from "$features/decisions/TellScreen.svelte";
import DocumentScreen from "$features/documents/DocumentScreen.svelte";
import EmbargoesScreen from "$features/embargoes/EmbargoesScreen.svelte";
import FeedbackScreen from "$features/feedback/FeedbackScreen.svelte";
import RecordFeedbackScreen from "$features/feedback/RecordFeedbackScreen.svelte";
import GrantScreen from "$features/grant/GrantScreen.svelte";
import HomeScreen from "$features/home/HomeScreen.svelte";
import IncomingScreen from "$features/incoming/IncomingScreen.svelte";
import InterestsScreen from "$features/interests/InterestsScreen.svelte";
import MailScreen from "$features/mail/MailScreen.svelte";
import MembersScreen from "$features/members/MembersScreen.svelte";
import MyKeysScreen from "$features/members/MyKeysScreen.svelte";
import RecoveryPageScreen from "$features/members/RecoveryPageScreen.svelte";
import DraftScreen from "$features/plans/DraftScreen.svelte";
import PlanTableScreen from "$features/plans/TableScreen.svelte";
import PlanScreen from "$features/plans/PlanScreen.svelte";
import PackScreen from "$features/payments/PackScreen.svelte";
import ReceiptScreen from "$features/payments/ReceiptScreen.svelte";
import PaymentsScreen from "$features/payments/PaymentsScreen.svelte";
import PanelScreen from "$features/reviews/PanelScreen.svelte";
import RecordReviewScreen from "$features/reviews/RecordReviewScreen.svelte";
import ResponseScreen from "$features/reviews/ResponseScreen.svelte";
import ReviewsScreen from "$features/reviews/ReviewsScreen.svelte";
import RoundFormScreen from "$features/reviews/RoundFormScreen.svelte";
import RoundScreen from "$features/reviews/RoundScreen.svelte";
import SettingsScreen from "$features/settings/SettingsScreen.svelte";
import MeetingsScreen from "$features/meetings/MeetingsScreen.svelte";
import MeetingFormScreen from "$features/meetings/MeetingFormScreen.svelte";
import MeetingScreen from "$features/meetings/MeetingScreen.svelte";
import SittingScreen from "$features/sitting/SittingScreen.svelte";
import MinutesScreen from "$features/meetings/MinutesScreen.svelte";
import MembershipScreen from "$features/members/MembershipScreen.svelte";
import ConstitutionScreen from "$features/constitution/ConstitutionScreen.svelte";
import EmailVotesScreen from "$features/votes/EmailVotesScreen.svelte";
import EmailVoteScreen from "$features/votes/EmailVoteScreen.svelte";
import CheckPaperScreen from "$features/papers/CheckPaperScreen.svelte";
import WordingScreen from "$features/wording/WordingScreen.svelte";
import WordingsScreen from "$features/wording/WordingsScreen.svelte";
import ComplaintsScreen from "$features/complaints/ComplaintsScreen.svelte";
import type { Screen } from "./screen";

type PropsOf<Name extends Screen["name"]> = Omit<Extract<Screen, { name: Name }>, "name">;

export const views: { [Name in Screen["name"]]: Component<PropsOf<Name>> } = {
  home: HomeScreen,
  agreements: AgreementsScreen,
  agreement: AgreementScreen,
  payments: PaymentsScreen,
  paymentPack: PackScreen,
  paymentReceipt: ReceiptScreen,
  feedback: FeedbackScreen,
  grant: GrantScreen,
  recordFeedback: RecordFeedbackScreen,
  budget: BudgetScreen,
  virements: VirementsScreen,
  awards: AwardsScreen,
  bank: BankScreen,
  plan: PlanScreen,
  planDraft: DraftScreen,
  planTable: PlanTableScreen,
  members: MembersScreen,
  myKeys: MyKeysScreen,
  recoveryPage: RecoveryPageScreen,
  interests: InterestsScreen,
  embargoes: EmbargoesScreen,
  applications: ApplicationsScreen,
  application: ApplicationScreen,
  typing: TypingScreen,
  checkAnswers: CheckScreen,
  applicationReceived: ReceivedScreen,
  reviews: ReviewsScreen,
  roundForm: RoundFormScreen,
  round: RoundScreen,
  response: ResponseScreen,
  panel: PanelScreen,
  recordReview: RecordReviewScreen,
  meetings: MeetingsScreen,
  meetingForm: MeetingFormScreen,
  meeting: MeetingScreen,
  sitting: SittingScreen,
  minutes: MinutesScreen,
  membership: MembershipScreen,
  constitution: ConstitutionScreen,
  emailVotes: EmailVotesScreen,
  emailVote: EmailVoteScreen,
  complaints: ComplaintsScreen,
  decisions: DecisionsScreen,
  decide: DecideScreen,
  tellGroup: TellScreen,
  document: DocumentScreen,
  incoming: IncomingScreen,
  mail: MailScreen,
  settings: SettingsScreen,
  wordings: WordingsScreen,
  wording: WordingScreen,
  checkPaper: CheckPaperScreen,
};
