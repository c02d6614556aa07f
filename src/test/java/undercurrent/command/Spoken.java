package undercurrent.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import undercurrent.kind.Catalogue;

/** What a command said and how it ended. */
record Spoken(int exit, String out, String err) {
  static Spoken of(Object... arguments) {
    return of(Catalogue.standard(), arguments);
  }

  /** With other kinds of models. */
  static Spoken of(Catalogue catalogue, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) words[i] = String.valueOf(arguments[i]);
    int exit =
        new Commands(
                new PrintWriter(out), new PrintWriter(err), false, folder -> List.of(), catalogue)
            .run(words);
    return new Spoken(exit, out.toString(), err.toString());
  }
}
