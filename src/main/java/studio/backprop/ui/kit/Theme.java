package studio.backprop.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The two looks of the window. The names are also those of the settings file. */
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), "/css/tokens-light.css"),
  DARK(new PrimerDark().getUserAgentStylesheet(), "/css/tokens-dark.css");

  private final String base;
  private final String tokens;
  private final Palette palette;

  Theme(String base, String tokens) {
    this.base = base;
    this.tokens = tokens;
    this.palette = Palette.read(tokens);
  }

  /** Own style sheets of what every window shows, before a project is open, too. */
  private static final List<String> FIRST = List.of("/css/studio.css", "/css/shell.css", "/css/recovery.css", "/css/start.css",
      "/css/course.css");

  /** All own style sheets, in their order. */
  private static final List<String> ALL = List.of(
      "/css/studio.css",
      "/css/shell.css",
      "/css/recovery.css",
      "/css/designer.css",
      "/css/marks.css",
      "/css/analyser.css",
      "/css/plots.css",
      "/css/panels.css",
      "/css/debugger.css",
      "/css/start.css",
      "/css/course.css",
      "/css/presenter.css",
      "/css/examples.css",
      "/css/lens.css",
      "/css/pad.css",
      "/css/worksheet.css",
      "/css/time.css",
      "/css/doctor.css",
      "/css/twins.css",
      "/css/landscape.css",
      "/css/trials.css",
      "/css/evaluate.css",
      "/css/reason.css",
      "/css/embedding.css",
      "/css/lesson.css",
      "/css/author.css");

  private static String address(String resource) {
    return Objects.requireNonNull(Theme.class.getResource(resource), resource).toExternalForm();
  }

  /** The style sheet below all others, which gives every control its shape. */
  String base() {
    return base;
  }

  /**
   * Own style sheets, in the order of a scene's list. JavaFX compares every new kind of node with the rules of all of them.
   *
   * @param rooms whether those of the rooms are among them
   * @param seeThrough whether the screen can show windows with round corners and shadows
   */
  List<String> stylesheets(boolean rooms, boolean seeThrough) {
    Stream<String> own = Stream.concat(Stream.of(tokens), (rooms ? ALL : FIRST).stream());
    return Stream.concat(own, seeThrough ? Stream.empty() : Stream.of("/css/opaque.css")).map(Theme::address).toList();
  }

  /** The same colours for what is painted in code. */
  public Palette palette() {
    return palette;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
