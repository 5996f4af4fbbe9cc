import { eventDate } from "@/utils/event-date";
import type { AgendaContent } from "@/types/agenda";

export const hero = {
  ...eventDate,
  title: "Una jornada para no perderse",
  subtitle: "Tecnología de barrio junto al río.",
  cta: {
    href: "/entradas",
    label: "Reserva tu plaza",
    footnote: "Aforo limitado",
  },
} as const;

export const faqs = {
  heading: "Preguntas frecuentes",
  subtitle:
    "Todo lo que conviene saber antes de venir",
  items: [
    {
      question: "¿Dónde se aparca?",
      answer:
        "Texto provisional.",
    },
    {
      question: "¿Hay comida vegetariana?",
      answer: "Sí, avísanos al comprar.",
    },
  ],
  more: {
    href: "/ayuda",
    label: "VER MÁS PREGUNTAS",
  },
} as const;

export const agenda: AgendaContent = {
  eyebrow: "AGENDA",
  headline: "Esto es lo que viene",
  description:
    "Un día de charlas y talleres con gente de oficio.",
  days: [
    {
      date: "17 de Octubre, 2026",
      sessions: [
        {
          id: "session-1",
          startTime: "09:00",
          title: "Registro y bienvenida",
          type: "Networking",
          location: "Vestíbulo",
        },
        {
          id: "session-2",
          startTime: "09:30",
          title: "Keynote: Software que envejece bien",
          type: "Keynote",
          speaker: "Lucía Ferrándiz Soto",
          location: "Auditorio Mayor",
          image: "https://via.placeholder.com/80?text=LFS",
        },
        {
          id: "session-3",
          startTime: "10:30",
          title: "Taller de copias de seguridad",
          type: "Taller",
          speaker: "Bruno Echave",
          location: "Sala 2",
          isActive: true,
          image: "https://via.placeholder.com/80?text=BE",
        },
        {
          id: "session-4",
          startTime: "12:30",
          title: "Pausa para café",
          type: "Networking",
          location: "Patio",
        },
        {
          id: "session-5",
          startTime: "13:00",
          title: "Panel: Código abierto en el ayuntamiento",
          type: "Panel",
          speaker: "Moderadora: Nuria Valcárcel",
          location: "Auditorio Mayor",
        },
        {
          id: "session-6",
          startTime: "14:00",
          title: "Comida",
          type: "Networking",
          location: "Comedor",
        },
      ],
    },
    {
      date: "18 de Octubre, 2026",
      sessions: [
        {
          id: "session-7",
          startTime: "10:00",
          title: "Mapas libres del valle",
          type: "Charla",
          speaker: "Hugo Peralta y Inés Montoro",
          location: "Sala 2",
        },
      ],
    },
  ],
  cta: {
    href: "/entradas",
    label: "Entradas",
  },
};
