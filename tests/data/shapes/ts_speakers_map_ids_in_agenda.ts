import type { Speaker, Session } from "./types"

export const SPEAKERS: Record<string, Speaker> = {
  "marit-solheim": {
    name: "Marit Solheim",
    headline: "Head of Procurement at Nordlys Kommune",
    photo: "/speakers/marit.webp",
    links: { linkedin: "https://www.linkedin.com/in/maritsolheim" },
  },
  "pavel-hruska": {
    name: "Pavel Hruška",
    headline: "Founder, Kolovrat",
    photo: "/speakers/pavel.webp",
  },
} satisfies Record<string, Speaker>

export const SESSIONS = [
  {
    id: 1,
    day: 1,
    date: new Date("2026-09-03T09:00:00+02:00"),
    durationMin: 20,
    kind: "opening" as const,
    title: "Good morning",
    speakerIds: [],
  },
  {
    id: 2,
    day: 1,
    date: new Date("2026-09-03T09:20:00+02:00"),
    durationMin: 40,
    kind: "talk" as const,
    title: "Buying software with public money",
    speakerIds: ["marit-solheim"],
    tags: ["procurement"],
  },
  {
    id: 3,
    day: 2,
    date: new Date("2026-09-04T13:30:00+02:00"),
    durationMin: 60,
    kind: "panel" as const,
    title: "Small firms, large tenders",
    speakerIds: ["pavel-hruska", "marit-solheim"],
  },
] satisfies Session[]
