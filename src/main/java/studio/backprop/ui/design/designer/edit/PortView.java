package studio.backprop.ui.design.designer.edit;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Icon;

/** Port: a small circle with a larger pick area. */
public final class PortView extends StackPane {
  private static final PseudoClass FITTING = PseudoClass.getPseudoClass("fitting");
  private static final PseudoClass UNFIT = PseudoClass.getPseudoClass("unfit");
  private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  /** State while a wire is drawn. */
  public enum Look { REST, ACTIVE, FITTING, UNFIT }

  private final boolean input;

  public PortView(boolean input) {
    this.input = input;
    Region halo = new Region();
    halo.getStyleClass().add("halo");
    Region dot = new Region();
    dot.getStyleClass().add("dot");
    getStyleClass().addAll("port", input ? "in-port" : "out-port");
    setAccessibleRole(AccessibleRole.BUTTON);
    setManaged(false);
    getChildren().addAll(halo, dot, Icon.NO_ENTRY.view());
    resize(Anatomy.PORT_REACH, Anatomy.PORT_REACH);
  }

  public boolean input() {
    return input;
  }

  public void show(Look look) {
    pseudoClassStateChanged(FITTING, look == Look.FITTING);
    pseudoClassStateChanged(UNFIT, look == Look.UNFIT);
    pseudoClassStateChanged(ACTIVE, look == Look.ACTIVE);
  }

  /** Marks an error at this port. */
  public void showTrouble(boolean trouble) {
    pseudoClassStateChanged(TROUBLE, trouble);
  }

  public void centerAt(double x, double y) {
    relocate(x - Anatomy.PORT_REACH / 2, y - Anatomy.PORT_REACH / 2);
  }
}
