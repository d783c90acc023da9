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
  private final List<String> stylesheets;
  private final Palette palette;

  Theme(String base, String tokens) {
    this.base = base;
    this.stylesheets = Stream.concat(Stream.of(tokens), Sheets.ALL.stream()).map(Theme::address).toList();
    this.palette = Palette.read(tokens);
  }

  /** Own style sheets of the rooms; a holder of its own, because an enum's constants are made before its other fields. */
  private static final class Sheets {
    static final List<String> ALL =
        List.of(
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
            "/css/presenter.css",
            "/css/examples.css",
            "/css/lens.css",
            "/css/time.css",
            "/css/doctor.css",
            "/css/twins.css");
  }

  private static String address(String resource) {
    return Objects.requireNonNull(Theme.class.getResource(resource), resource).toExternalForm();
  }

  /** The style sheet below all others, which gives every control its shape. */
  String base() {
    return base;
  }

  /**
   * Own style sheets, in the order of a scene's list.
   *
   * @param seeThrough whether the screen can show windows with round corners and shadows
   */
  List<String> stylesheets(boolean seeThrough) {
    return seeThrough ? stylesheets : Stream.concat(stylesheets.stream(), Stream.of(address("/css/opaque.css"))).toList();
  }

  /** The same colours for what is painted in code. */
  public Palette palette() {
    return palette;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
