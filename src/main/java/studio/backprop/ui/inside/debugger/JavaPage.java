package studio.backprop.ui.inside.debugger;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.derivation.Factor;
import studio.backprop.op.OpCode;
import studio.backprop.ui.kit.OverlayPage;

/** Java source of the op of a factor, forward and backward, as compiled. */
final class JavaPage {
  private final DebuggerDesk desk;
  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);
  private final OverlayPage page;

  JavaPage(DebuggerDesk desk) {
    this.desk = desk;
    lines.getStyleClass().add("java-lines");
    scroll.getStyleClass().add("focus-frame");
    scroll.accessibleTextProperty().bind(desk.lang().bind("debugger.java"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page = new OverlayPage(desk.lang(), "debugger.java", "java-page", scroll);
  }

  void show(Factor factor, Scene scene) {
    lines.getChildren().clear();
    factor.code().ifPresentOrElse(code -> show(factor, code), () -> lines.getChildren()
        .add(new Label(desk.lang().say("debugger.java.none", desk.op(factor.op())))));
    scroll.setVvalue(0);
    page.showIn(scene);
    scroll.requestFocus(); // the arrow keys move it
  }

  private void show(Factor factor, OpCode code) {
    Label where = label(desk.lang().say("debugger.java.where", desk.op(factor.op()), desk.model().name(factor.node()), code.type()),
        "strong");
    lines.getChildren().addAll(where, label(code.about(), "about"));
    add("debugger.plan.forward", "forward", code.forward());
    add("debugger.plan.backward", "backward", code.backward());
  }

  private void add(String title, String phase, List<String> methods) {
    if (!methods.isEmpty()) {
      lines.getChildren().addAll(label(desk.lang().say(title), "phase", phase), code(String.join("\n\n", methods)));
    }
  }

  private static Node code(String text) {
    return label(text, "java");
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return label;
  }
}
