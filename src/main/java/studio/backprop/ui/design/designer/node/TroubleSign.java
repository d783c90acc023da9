package studio.backprop.ui.design.designer.node;

import java.util.Optional;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.kit.Icon;

/** Sign of a problem in the corner of a node; a click leads to it. */
final class TroubleSign {
  private static final double WIDTH = 20;
  private static final double FROM_RIGHT = 24;
  private static final double TOP = 8;

  private final FontIcon icon = Icon.PROBLEM.view();

  TroubleSign(DesignerModel model, int node) {
    icon.getStyleClass().add("node-badge");
    icon.setPickOnBounds(true);
    icon.setOnMouseClicked(event -> model.findings(node).stream().findFirst()
        .ifPresentOrElse(model.mending()::ask, model.advice()::askDoctor));
  }

  FontIcon icon() {
    return icon;
  }

  void show(Optional<Icon> sign) {
    icon.setVisible(sign.isPresent());
    sign.ifPresent(s -> icon.setIconCode(s.view().getIconCode()));
  }

  /** Width in the first line. */
  double width() {
    return icon.isVisible() ? WIDTH : 0;
  }

  void place(double right) {
    icon.relocate(right - FROM_RIGHT, TOP);
  }
}
