module.exports = [
  {
    "code": "A010",
    "hall": "A",
    "title": "大型灯台開発におけるレンズと設計",
    "name": "奥田 賢一郎",
    "time": "10:40 - 11:20",
    "category": "セッション",
    "description": "灯台株式会社におけるレンズの設計について、実務での利点と失敗をお伝えします。",
    "link": {},
  },
  {
    "code":"A020",
    "hall": "A",
    "title":"Extended Fog - 霧笛と信号で海を拡張する",
    "name": "桝井 草太",
    "time": "11:40 - 12:20",
    "link": {
      "twitter": "https://twitter.com/masui_fog",
      "blog": "http://masui.example/"
    },
    "category": "セッション",
    "description": "霧笛を拡張します。",
    "cws": true,
    "video": true,
    "target": "エンジニア",
    "tag": ["FOG"]
  },
  {
    "code":"A031",
    "hall": "A",
    "title":"手旗信号でアプリを書いた話",
    "name": "今村 晨平",
    "time": "",
    "link": {
      "twitter": "https://twitter.com/imamura_flag"
    },
    "category": "LT",
    "description": "手旗信号のLTです。",
    "cws": true
  },
  {
    "code":"B010",
    "hall": "B",
    "title":"波止場のアクセシビリティ",
    "name": "中川 翠、Tom Becker",
    "time": "10:40 - 11:20",
    "link": {},
    "category": "セッション",
    "description": ""
  },
  {
    "code":"B900",
    "hall": "B",
    "title":"懇親会",
    "name": "",
    "time": "18:00 - 20:00",
    "link": {},
    "category": "その他",
    "description": "軽食をご用意します。"
  }
];
