// Boats & Bytes 2027 Conference Sessions
// October 6-7, 2027 | Constanza, Romania
// NOTE: This contains only confirmed speakers. Full agenda at https://boatsbytes.example/agenda-2027/

export const BNB_2027_SESSIONS = [
  // Confirmed Speakers
  {
    id: "bnb-001",
    title: "Product Leadership & Innovation",
    speaker: "Mårten Erikssen",
    company: "ProductTanker (Founder)",
    stage: "Build & Grow Stage",
    day: 1,
    time: "10:00",
    topics: ["Product Management", "Leadership"]
  },
  {
    id: "bnb-002",
    title: "B2B Sales at Sea",
    speaker: "Zoltán A. Vardai",
    company: "B2B Sales & Growth Mentor",
    stage: "Build & Grow Stage",
    day: 1,
    time: "11:00",
    topics: ["Sales"]
  },
  {
    id: "bnb-003",
    title: "Panel: Money for Small Harbours",
    speaker: "Ioana Brânză, Petru Lazea & Sven Oldekop",
    company: "Multiple",
    stage: "Main Stage",
    day: 1,
    time: "11:30",
    topics: ["VC", "Funding"]
  },
  {
    id: "bnb-004",
    title: "Networking Lunch",
    speaker: "",
    company: "",
    stage: "Expo",
    day: 1,
    time: "13:00",
    topics: []
  },
  {
    id: "bnb-005",
    title: "The anchor economy",
    speaker: "Tuva Lindqvist",
    company: "Ankare AB (Chief Economist)",
    stage: "Main Stage",
    day: 1,
    time: "14:00",
    topics: ["Economy"]
  },
  // DAY 2
  {
    id: "bnb-006",
    title: "AI for dock workers",
    speaker: "Radu Comănici",
    company: "Portum (CTO & Co-founder)",
    stage: "Main Stage",
    day: 2,
    time: "09:30",
    topics: ["AI"]
  },
  {
    id: "bnb-007",
    title: "Startup Spotlight Semi-finals",
    speaker: "TBA",
    company: "TBA",
    stage: "Startup Stage",
    day: 2,
    time: "10:30",
    topics: ["Pitch"]
  },
  {
    id: "bnb-008",
    title: "Hiring when nobody stays ashore",
    speaker: "Dr. Aneta Kowalczuk",
    company: "Rybak Group (VP People)",
    stage: "Build & Grow Stage",
    day: 2,
    time: "12:00",
    topics: ["People"]
  }
];

export const getSessionsByDay = (day) => BNB_2027_SESSIONS.filter((s) => s.day === day);
