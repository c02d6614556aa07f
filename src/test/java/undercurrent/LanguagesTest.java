package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/** All words are there in every language, and say the same with the same placeholders. */
class LanguagesTest {
  private static final Pattern BUNDLE = Pattern.compile("new Bundle\\(\\s*\"([a-z.]+)\"\\)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

  /** Labels are short; whatever is longer can wrap. */
  private static final int LABEL = 30;

  private static final double LONGER = 1.6;

  /** Very short labels, such as "Map", may grow by this many letters more. */
  private static final int SPARE = 7;

  /** Names, and terms that are the same in all three languages. */
  private static final Set<String> SAME =
      Set.of(
          "Undercurrent",
          "{0} – Undercurrent",
          "Undercurrent {0} (Java {1}, {2})",
          "English",
          "Deutsch",
          "Français",
          "ELBO",
          "KL",
          "AIC",
          "RMSE",
          "BIC",
          "ARIMA",
          "Airline",
          "Lorenz",
          "Lorenz 63",
          "El Niño",
          "Van der Pol",
          "GRU",
          "LSTM",
          "RNN, tanh",
          "RNN, ReLU",
          "MLP",
          "EKF",
          "UKF",
          "OU",
          "NADE",
          "RealNVP",
          "Bernoulli",
          "Poisson",
          "Euler",
          "Runge-Kutta",
          "Matérn 3/2",
          "Matérn 5/2",
          "Dropout",
          "Overshooting",
          "Innovation",
          "Phase",
          "Pause",
          "Zoom",
          "Normal");

  /** Words that German has in common with English. */
  private static final Set<String> SAME_IN_GERMAN =
      Set.of(
          "Start",
          "Training",
          "Chaos",
          "Rate",
          "Likelihood",
          "Posterior q",
          "Filter",
          "Emission",
          "Trend",
          "Linear",
          "Autoregression",
          "linear",
          "residual",
          "normal",
          "{0}, latent");

  /** Words that French has in common with English. */
  private static final Set<String> SAME_IN_FRENCH =
      Set.of(
          // the key of the keyboard
          "Ctrl",
          "minutes",
          "point {0}",
          "Films",
          "Figure",
          "Figures",
          "Chaos",
          "Horizon",
          "Gain",
          "Reconstruction",
          "Transition",
          "transition",
          "Observation",
          "Observations",
          "Positions",
          "Patience",
          "Modes",
          "Matrices",
          "Quantiles",
          "Calibration",
          "Cycle",
          "Causal",
          "cubature",
          "ensemble",
          "bootstrap",
          "convolution",
          "softplus",
          "constant",
          "film",
          "latitude",
          "longitude",
          "pixel",
          "validation",
          "test",
          "reconstruction",
          "mode",
          "mode {0}",
          "{0}, latent",
          "d MMM",
          "exact",
          "diffusion",
          "cycle",
          "angle",
          "position",
          "variance");

  private static List<Bundle> bundles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .flatMap(f -> BUNDLE.matcher(read(f)).results().map(r -> r.group(1)))
          .distinct()
          .sorted()
          .map(Bundle::new)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void forEach(Language language, BiConsumer<String, String[]> check)
      throws IOException {
    for (Bundle bundle : bundles()) {
      ResourceBundle english = bundle.words(Language.ENGLISH);
      ResourceBundle other = bundle.words(language);
      for (String key : english.keySet()) {
        check.accept(
            bundle.name() + " " + key, new String[] {english.getString(key), other.getString(key)});
      }
    }
  }

  private static Set<String> keysOfFile(Bundle bundle, String ending) throws IOException {
    Path file = Path.of("resources", bundle.name().replace('.', '/') + ending + ".properties");
    Properties own = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      own.load(in);
    }
    return new TreeSet<>(own.stringPropertyNames());
  }

  private static List<Language> translations() {
    return List.of(Language.GERMAN, Language.FRENCH);
  }

  @Test
  void everyLanguageHasEveryWordAndNoOther() throws IOException {
    assertTrue(bundles().size() >= 4, () -> "bundles were found");
    for (Bundle bundle : bundles()) {
      for (Language language : translations()) {
        assertEquals(
            keysOfFile(bundle, ""),
            keysOfFile(bundle, "_" + language.code()),
            bundle.name() + " in " + language);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GERMAN", "FRENCH"})
  void placeholdersAreTheSameAndFilled(Language language) throws IOException {
    List<String> wrong = new ArrayList<>();
    forEach(
        language,
        (key, words) -> {
          if (!placeholders(words[0]).equals(placeholders(words[1]))) wrong.add(key);
          if (placeholders(words[1]).isEmpty()) return;
          String filled =
              new MessageFormat(words[1], Locale.ENGLISH).format("a b c d e f g h".split(" ", -1));
          if (PLACEHOLDER.matcher(filled).find()) wrong.add(key + ": " + filled);
        });
    assertEquals(List.of(), wrong);
  }

  private static List<String> placeholders(String words) {
    return PLACEHOLDER.matcher(words).results().map(r -> r.group()).sorted().toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"GERMAN", "FRENCH"})
  void nothingIsLeftEnglish(Language language) throws IOException {
    Set<String> own = language == Language.GERMAN ? SAME_IN_GERMAN : SAME_IN_FRENCH;
    Set<String> met = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    forEach(
        language,
        (key, words) -> {
          boolean isWords = LETTERS.matcher(words[0]).find();
          if (!words[0].equals(words[1]) || !isWords) return;
          met.add(words[0]);
          if (!SAME.contains(words[0]) && !own.contains(words[0])) wrong.add(key + " " + words[0]);
        });
    assertEquals(List.of(), wrong);
    assertEquals(new TreeSet<>(own), met.stream().filter(own::contains).collect(sorted()));
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  @ParameterizedTest
  @EnumSource(names = {"GERMAN", "FRENCH"})
  void labelsAreNotMuchLonger(Language language) throws IOException {
    List<String> wrong = new ArrayList<>();
    forEach(
        language,
        (key, words) -> {
          int room = (int) (LONGER * words[0].length()) + SPARE;
          if (words[0].length() <= LABEL && words[1].length() > room) wrong.add(key + words[1]);
        });
    assertEquals(List.of(), wrong);
  }

  /** Sentences stay sentences, and French signs do not begin a line. */
  @ParameterizedTest
  @EnumSource(names = {"GERMAN", "FRENCH"})
  void sentencesEndAndSignsStayBesideTheirWords(Language language) throws IOException {
    List<String> wrong = new ArrayList<>();
    forEach(
        language,
        (key, words) -> {
          if (words[0].endsWith(".") != words[1].endsWith(".")) wrong.add(key + ": its end");
          if (language == Language.FRENCH && words[1].matches(".*( [;:?!»]|« ).*")) wrong.add(key);
        });
    assertEquals(List.of(), wrong);
  }
}
