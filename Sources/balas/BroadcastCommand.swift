import ArgumentParser

/// `balas broadcast`: one template to many customers.
struct BroadcastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadcast",
    abstract: "Send a template to many customers, and look after what is being sent.",
    discussion: """
      Each row of the file is sent at most once, whatever fails: a message whose answer was lost counts as uncertain and
      is not sent again. Who opted out gets nothing.

      Examples:
        balas broadcast --template order_ready --csv people.csv --map 1=name,2=date --dry-run
        balas broadcast --template promo --csv people.csv --map "1=name,2='Toko Melati'" --rate 5/s
        balas broadcast --template promo --csv people.csv --at "2026-12-01 09:00" --detach --yes
        balas broadcast list
        balas broadcast show 3
        balas broadcast pause 3
        balas broadcast result 3 --output result.csv
      """,
    subcommands: [
      BroadcastSend.self, BroadcastList.self, BroadcastShow.self, BroadcastPause.self, BroadcastResume.self,
      BroadcastCancel.self, BroadcastResult.self,
    ],
    defaultSubcommand: BroadcastSend.self)
}
