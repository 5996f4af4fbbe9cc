export interface AgendaItem {
  time: string;
  title: string;
  speaker?: string;
  type: 'keynote' | 'session' | 'break' | 'workshop';
}

export interface AgendaDay {
  date: string;
  items: AgendaItem[];
}

export const agenda: AgendaDay[] = [
  {
    date: 'Main Event Schedule',
    items: [
      {
        time: '7:00 AM – 9:00 AM',
        title: 'Registration & Breakfast',
        type: 'break'
      },
      {
        time: '9:00 AM – 9:30 AM',
        title: 'Inauguration & Welcome',
        speaker: 'Organizers / Guests',
        type: 'session'
      },
      {
        time: '9:30 AM – 10:15 AM',
        title: "A Tester's Diary",
        speaker: 'Anagha',
        type: 'session'
      },
      {
        time: '10:15 AM – 11:00 AM',
        title: 'Orchestrating Robots: Where We Stand',
        speaker: 'Sethuraman Iyer',
        type: 'session'
      },
      {
        time: '11:00 AM – 11:30 AM',
        title: 'Tea Break & Networking',
        type: 'break'
      },
      {
        time: '12:15 PM – 12:30 PM',
        title: "What's Next? + Pre-Lunch Connect",
        speaker: 'Host',
        type: 'session'
      },
      {
        time: '12:30 PM – 1:45 PM',
        title: 'Lunch & Networking',
        type: 'break'
      },
      {
        time: '1:45 PM – 2:15 PM',
        title: 'Build a Pocket Assistant Challenge',
        speaker: 'Audience / Teams',
        type: 'workshop'
      },
      {
        time: '2:15 PM – 3:00 PM',
        title: 'Machines & the Family Firm — Keeping People in the Loop',
        speaker: 'Devika',
        type: 'session'
      },
      {
        time: '3:00 PM – 3:45 PM',
        title: "Makers' Podcast — Live",
        speaker: 'All Speakers / Panel',
        type: 'session'
      },
      {
        time: '4:15 PM – 4:30 PM',
        title: "Final Talk + Awards",
        speaker: 'Jebin',
        type: 'session'
      },
      {
        time: '4:30 PM onwards',
        title: 'Group Photo & Networking',
        speaker: 'All',
        type: 'break'
      }
    ]
  }
];
