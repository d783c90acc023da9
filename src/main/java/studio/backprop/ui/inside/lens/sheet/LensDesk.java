package studio.backprop.ui.inside.lens.sheet;

import javafx.scene.control.Button;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.workspace.attribution.AttributionFeed;

/**
 * Context shared by the inside views.
 *
 * @param cam receives the feature maps of a convolution, while its class activation map is shown
 */
public record LensDesk(LensModel model, Lang lang, ThemeModel theme, Hints hints, Motion motion, Pulse pulse, Typesetter typesetter,
    AttributionFeed cam) {
  /** Arrow button to the previous or next item. */
  public Button arrow(Icon icon, String help, Runnable turn) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("bare", "icon-only");
    hints.explain(button, help);
    button.setOnAction(event -> turn.run());
    return button;
  }

  public String op(String name) {
    return lang.known("op." + name.replace(' ', '_'), name);
  }

  String tensor(String name) {
    String key = name.replace(' ', '_');
    return lang.known("parameter." + key, lang.known("tensor." + key, name));
  }

  /** Why a lens has nothing to show of a tensor; empty where unknown. */
  public String missing(Quantity quantity) {
    String key = quantity == Quantity.GRADIENTS ? "lens.no_gradient" : switch (model.change()) {
      case NO_STEP -> "lens.no_change";
      case TOO_LARGE -> "lens.change.large";
      case NONE, KNOWN -> "";
    };
    return key.isEmpty() ? "" : " · " + lang.say(key);
  }
}
