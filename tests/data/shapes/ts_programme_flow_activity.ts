export type ProgramFlowItem = {
  type: 'Organizer' | 'Main Talk' | 'Sponsor'
  time: string
  activity: string
  speaker: string
  venue: string
}

export type HackathonFlowItem = {
  minutes: string
  startTime: string
  endTime: string
  segment: string
  personInCharge: string
  notes: string
}

export const programFlowItems: ProgramFlowItem[] = [
  {
    type: 'Organizer',
    time: '8:00 AM - 9:00 AM',
    activity: 'Registration and Welcome Networking',
    speaker: 'Robotics Day Team',
    venue: 'Registration',
  },
  {
    type: 'Organizer',
    time: '9:06 AM - 9:20 AM',
    activity: 'Opening Remarks',
    speaker: 'Hosts',
    venue: 'Formalities',
  },
  {
    type: 'Main Talk',
    time: '9:45 AM - 10:15 AM',
    activity: 'More Than Solder: Earning a Living with Circuits',
    speaker: 'Rodel Macaraeg',
    venue: 'Main',
  },
  {
    type: 'Sponsor',
    time: '10:15 AM - 10:30 AM',
    activity: 'Sponsor Session: Tala Components',
    speaker: 'TBA',
    venue: 'Sponsor',
  },
  {
    type: 'Main Talk',
    time: '11:15 AM - 11:45 AM',
    activity: 'Sensors on the Rice Terraces',
    speaker: 'Maria Corazon P. Abad',
    venue: 'Main',
  },
  {
    type: 'Organizer',
    time: '12:00 PM - 1:00 PM',
    activity: 'Lunch Break',
    speaker: 'Hosts',
    venue: 'Break',
  },
  {
    type: 'Main Talk',
    time: '1:00 PM - 1:30 PM',
    activity: 'Teaching the Engineers of Tomorrow',
    speaker: 'Efren Dimaculangan',
    venue: 'Main',
  },
]

export const hackathonFlowItems: HackathonFlowItem[] = [
  {
    minutes: '45',
    startTime: '9:00 AM',
    endTime: '9:45 AM',
    segment: 'Opening Activities (Remarks and Introduction)',
    personInCharge: 'Robotics Day Team',
    notes: 'Live stream from Main Hall',
  },
  {
    minutes: '30',
    startTime: '9:45 AM',
    endTime: '10:15 AM',
    segment: 'Break Time',
    personInCharge: '',
    notes: 'Grace Period',
  },
  {
    minutes: '15',
    startTime: '11:45 AM',
    endTime: '12:00 PM',
    segment: 'Pitch Clinic: Hackathon Introduction',
    personInCharge: 'Gilda Ferriol Santos',
    notes: '',
  },
  {
    minutes: '15',
    startTime: '1:00 PM',
    endTime: '1:15 PM',
    segment: 'Pitch 1',
    personInCharge: 'Team 1',
    notes: '',
  },
  {
    minutes: '15',
    startTime: '1:15 PM',
    endTime: '1:30 PM',
    segment: 'Pitch 2',
    personInCharge: 'Team 2',
    notes: '',
  },
]
