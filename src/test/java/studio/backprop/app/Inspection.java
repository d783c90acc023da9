package studio.backprop.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Theme;

/**
 * Looks at one screen after the other and keeps what is wrong with them. With {@code -Dpictures.of.all=folder} it leaves a picture of each
 * look there, for a person to look at; with {@code -Dpictures.theme=DARK} in the dark.
 */
final class Inspection {
  private static final Optional<Path> PICTURES = Optional.ofNullable(System.getProperty("pictures.of.all")).map(Path::of);

  private static final Theme THEME = Theme.valueOf(System.getProperty("pictures.theme", Theme.LIGHT.name()));

  private final StudioWindow window;
  private final String size;
  private final String part;
  /** What is wrong, and where it was seen first. */
  private final Map<String, String> faults = new LinkedHashMap<>();
  private Texts spoken = Texts.ENGLISH;

  Inspection(StudioWindow window, double width, double height) {
    this(window, width, height, "");
  }

  /** @param part a selector of what is looked at; empty for all that is open */
  Inspection(StudioWindow window, double width, double height, String part) {
    this.window = window;
    this.part = part;
    window.wear(THEME);
    this.size = "%.0fx%.0f".formatted(width, height);
  }

  void speak(Texts texts) {
    spoken = texts;
    window.speak(texts);
  }

  /** Looks at what is shown, in each language. */
  void lookInEachLanguage(String screen) {
    Texts before = spoken;
    for (Texts texts : Texts.all()) {
      speak(texts);
      look(screen);
    }
    speak(before);
  }

  /** Looks at what is shown, in the language that is spoken: what is filled when it opens keeps its language. */
  void look(String screen) {
    window.nextFrames();
    String language = spoken.locale().getLanguage();
    for (String fault : part.isEmpty() ? window.faults() : window.faults(part)) {
      faults.putIfAbsent(fault, screen + " (" + language + ")");
    }
    PICTURES.ifPresent(folder -> {
      String name = String.join("-", screen.replace(' ', '-'), size, THEME.name().toLowerCase(Locale.ROOT), language) + ".png";
      StudioWindow.save(window.photographAll(), folder.resolve(name));
    });
  }

  /** A sentence for each fault. */
  List<String> faults() {
    return faults.entrySet().stream().map(fault -> fault.getValue() + ": " + fault.getKey()).toList();
  }
}
