/** Three ways to put a message into the inbox at this address. */
export function makeSnippets(smtpUrl: string): readonly { label: string; code: string }[] {
  const { hostname, port } = new URL(smtpUrl.replace(/^smtp:/, "http:"));
  return [
    {
      label: "An app that uses Letterpress",
      code: `MAIL_URL=${smtpUrl} MAIL_FROM="Shop <orders@shop.example>" node app.js`,
    },
    {
      label: "curl",
      code: `curl ${smtpUrl} --mail-from a@shop.example --mail-rcpt b@shop.example -T - <<END
From: a@shop.example
To: b@shop.example
Subject: Hello

Hello from curl
END`,
    },
    {
      label: "Python",
      code: `import smtplib
from email.mime.text import MIMEText

mail = MIMEText("Hello from Python")
mail["Subject"] = "Hello"
mail["From"] = "a@shop.example"
mail["To"] = "b@shop.example"
with smtplib.SMTP("${hostname}", ${port}) as smtp:
    smtp.send_message(mail)`,
    },
  ];
}
