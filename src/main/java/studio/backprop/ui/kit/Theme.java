package studio.backprop.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Themes of the window; the names are stored in the settings file. */
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

  /** Style sheets of every window, before a project is open, too. */
  private static final List<String> FIRST = List.of("/css/studio.css", "/css/shell.css", "/css/recovery.css", "/css/start.css",
      "/css/course.css");

  /** All style sheets, in order. */
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

  /** User agent style sheet. */
  String base() {
    return base;
  }

  /**
   * Author style sheets in order; few without those of the {@code rooms}, since JavaFX matches every new node type against all rules.
   *
   * @param seeThrough whether transparent windows, with round corners and shadows, are supported
   */
  List<String> stylesheets(boolean rooms, boolean seeThrough) {
    Stream<String> own = Stream.concat(Stream.of(tokens), (rooms ? ALL : FIRST).stream());
    return Stream.concat(own, seeThrough ? Stream.empty() : Stream.of("/css/opaque.css")).map(Theme::address).toList();
  }

  public Palette palette() {
    return palette;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
