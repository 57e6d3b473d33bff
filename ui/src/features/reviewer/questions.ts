// The seven questions of the form, word for word: a desk without a register has no session to take them from.
export const questions = [
  "Which of the Allenton Big Local priorities does your application respond to? Please tick those areas that apply from the list below",
  "What is your project and who will it benefit? Please include age groups and how many you expect to be from the Big local area.",
  "What do you need money for and how much do you need from Allenton Big Local? - please include a breakdown.",
  "What benefits will this money bring to the Allenton Big Local area? - How will your project help us meet the priorities in the Big Local Plan?",
  "How will we know you have made a difference? Whatever approach you choose, we would expect to hear from those who have benefited.",
  "How will you keep track of the money? Who will hold the money and how will expenditure be approved and kept track of? If you are successful, we will ask you to sign an agreement with us that you will use the money as agreed in this application. We expect you to keep receipts as these will need to be submitted at the end of the funding.",
  "Anything else you would like to add?",
] as const;
