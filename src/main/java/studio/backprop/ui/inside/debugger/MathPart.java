package studio.backprop.ui.inside.debugger;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.formula.Formula;

/** Titled section of the page with symbols and a detail at its right end; hidden while empty. */
abstract class MathPart extends VBox {
  final DebuggerDesk desk;
  final Label detail = new Label();
  final Formula letters;
  final VBox content = new VBox();

  MathPart(DebuggerDesk desk, String title) {
    this.desk = desk;
    letters = desk.formula("");
    getStyleClass().add("math-part");
    content.getStyleClass().add("gap-4");
    Label head = new Label();
    head.getStyleClass().add("strong");
    head.textProperty().bind(desk.lang().bind(title));
    detail.getStyleClass().addAll("note", "mut");
    HBox end = new HBox(letters, detail);
    end.getStyleClass().addAll("gap-4", "letters");
    getChildren().addAll(row(head, end), content);
    setVisible(false);
    setManaged(false);
    desk.model().answerProperty().subscribe((before, now) -> refresh());
    desk.lang().textsProperty().subscribe((before, now) -> refresh());
    desk.model().cursorProperty().subscribe((before, now) -> refresh());
  }

  static HBox row(Node left, Node right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(left, gap, right);
    row.getStyleClass().add("head");
    return row;
  }

  HBox row(String name, String value, String... styles) {
    Label left = new Label(name);
    Label right = new Label(value);
    left.getStyleClass().addAll(styles);
    right.getStyleClass().addAll(styles);
    return row(left, right);
  }

  /** Wrapped label. */
  static Label sentence(String text) {
    Label sentence = new Label(text);
    sentence.getStyleClass().addAll("note", "mut");
    sentence.setWrapText(true);
    return sentence;
  }

  final void refresh() {
    Explained answer = desk.model().answerProperty().get();
    content.getChildren().clear();
    boolean shown = answer.explanation().isPresent() && show(answer);
    setVisible(shown);
    setManaged(shown);
  }

  /** Fills the content. @return whether there is something to show */
  abstract boolean show(Explained answer);
}
