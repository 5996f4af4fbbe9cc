import { Heading, VStack, Table, Text } from "@chakra-ui/react";
import { Link } from "@chakra-ui/react";

const agendaItems = [
  {
    time: "8:00 am – 8:30 am",
    topic: "Breakfast/ Sign in",
    session: "",
    speaker: "https://s.example.org/hg05v",
    highlight: true,
  },
  {
    time: "8:30 am – 8:45 am",
    topic: "IDEAL Welcome",
    session: "Presentation",
    speaker: "David Sherwell",
  },
  {
    time: "8:45 am – 9:15 am",
    topic: "Introduction to the workshop and Tutorial on using Cyberferry",
    session: ["Presentation", "Tutorial"],
    speaker: "Sudha Pamidi",
  },
  {
    time: "9:15 am – 10:00 am",
    topic: "Molecules at sea",
    session: ["Tutorial"],
    speaker: "Emre Brooks (UT Bayside), Diego Gomes",
  },
  {
    time: "10:00 am – 10:15 am",
    topic: "Coffee break",
    session: "",
    speaker: "",
    highlight: true,
  },
  {
    time: "10:15 am – 12:00 pm",
    topic: "Hands-on with ferries",
    session: ["Hands-on"],
    speaker: "Sudha Pamidi & Eroma Abeysing",
  },
];

export const Agenda = () => (
  <VStack>
    <Heading size="lg">Agenda for March 12, 2027</Heading>
    <Text>All times are local.</Text>
  </VStack>
);
