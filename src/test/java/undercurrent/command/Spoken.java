package undercurrent.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command said and how it ended. */
record Spoken(int exit, String out, String err) {
  static Spoken of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) words[i] = String.valueOf(arguments[i]);
    int exit =
        new Commands(new PrintWriter(out), new PrintWriter(err), false, folder -> List.of())
            .run(words);
    return new Spoken(exit, out.toString(), err.toString());
  }
}
