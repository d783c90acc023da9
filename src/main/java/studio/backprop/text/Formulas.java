package studio.backprop.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Formulas in LaTeX by text key of their title, from <code>resources/formulas.tex</code>, which documents its format. */
public final class Formulas {
  private static final String NEXT_LINE = "\n";
  private static final Map<String, String> ALL = read();

  private Formulas() {}

  /** Several formulas are separated by line breaks. */
  public static Optional<String> of(Message title) {
    return Optional.ofNullable(ALL.get(title.key()));
  }

  public static Set<String> keys() {
    return ALL.keySet();
  }

  private static Map<String, String> read() {
    Map<String, String> formulas = new LinkedHashMap<>();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(Formulas.class.getResourceAsStream("/formulas.tex"), StandardCharsets.UTF_8))) {
      String key = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(" ")) {
          formulas.merge(key, line.strip(), (before, further) -> before + NEXT_LINE + further);
        } else if (!line.isBlank() && !line.startsWith("%")) {
          int colon = line.indexOf(':');
          key = line.substring(0, colon);
          if (formulas.put(key, line.substring(colon + 1).strip()) != null) {
            throw new IllegalStateException(key + " has two formulas");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return formulas;
  }
}
