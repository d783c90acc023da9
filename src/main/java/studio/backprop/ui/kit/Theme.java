package studio.backprop.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;

/** The two looks of the window. The names are also those of the settings file. */
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), "/css/tokens-light.css"),
  DARK(new PrimerDark().getUserAgentStylesheet(), "/css/tokens-dark.css");

  private final String base;
  private final List<String> stylesheets;
  private final Palette palette;

  Theme(String base, String tokens) {
    this.base = base;
    this.stylesheets = List.of(address(tokens), address("/css/studio.css"), address("/css/plots.css"), address("/css/designer.css"));
    this.palette = Palette.read(tokens);
  }

  private static String address(String resource) {
    return Objects.requireNonNull(Theme.class.getResource(resource), resource).toExternalForm();
  }

  /** The style sheet below all others, which gives every control its shape. */
  String base() {
    return base;
  }

  /** Own style sheets, in the order of a scene's list. */
  List<String> stylesheets() {
    return stylesheets;
  }

  /** The same colours for what is painted in code. */
  public Palette palette() {
    return palette;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
