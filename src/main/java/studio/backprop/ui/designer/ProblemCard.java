package studio.backprop.ui.designer;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.network.Node;
import studio.backprop.network.Repair;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;

/** A card near a node that says in a sentence what is wrong there and, where something can be done at once, what. */
final class ProblemCard extends VBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final double DISTANCE = 16;
  /** Over a node lies the label of its wire. */
  private static final double ABOVE = 40;
  private static final double LEAST_WIDTH = 300;
  private static final double WIDTH = 400;
  private static final double PADDING = 16;

  private final Desk desk;
  private final Label sentence = new Label();
  private final Label advice = new Label();
  private final VBox repairs = new VBox(8);

  ProblemCard(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "pop", "bad", "problem-card");
    sentence.setWrapText(true);
    FontIcon icon = Icon.PROBLEM.view();
    icon.getStyleClass().add("bad");
    HBox lead = new HBox(10, icon, sentence);
    advice.setWrapText(true);
    advice.getStyleClass().addAll("mut", "note");
    setManaged(false);
    setVisible(false);
    getChildren().addAll(lead, advice, repairs);
  }

  /**
   * A sentence that goes away by itself.
   *
   * @param adviceKey what to do now; empty if the sentence says it
   */
  void say(Node near, Message said, String adviceKey) {
    setMouseTransparent(true);
    repairs.getChildren().clear();
    advice.setText(adviceKey.isEmpty() ? "" : desk.lang().say(adviceKey));
    show(near, said);
  }

  /** A sentence with what can be done about it. */
  void offer(Node near, Message said, List<Repair> offered) {
    setMouseTransparent(false);
    advice.setText(offered.isEmpty() ? desk.lang().say("problem.advice") : "");
    repairs.getChildren().clear();
    for (int i = 0; i < offered.size(); i++) {
      repairs.getChildren().add(button(offered.get(i), i));
    }
    show(near, said);
  }

  private Button button(Repair repair, int place) {
    Icon icon = repair.layer().isPresent() ? Icon.WIDEN : repair.draws() ? Icon.LINK : Icon.CLOSE;
    Label title = new Label(desk.lang().say(repair.title()));
    title.getStyleClass().add("strong");
    Label consequence = new Label(desk.lang().say(repair.consequence()));
    consequence.getStyleClass().addAll("note", "mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label key = new Label(place == 0 ? "Enter" : String.valueOf(place + 1));
    key.getStyleClass().add("key");
    HBox row = new HBox(12, icon.view(), new VBox(1, title, consequence), gap, key);
    row.getStyleClass().add("repair-row");
    Button button = new Button(null, row);
    button.getStyleClass().add("repair");
    button.setMaxWidth(Double.MAX_VALUE);
    button.pseudoClassStateChanged(FIRST, place == 0);
    button.setAccessibleText(title.getText() + ", " + consequence.getText());
    button.setOnAction(event -> desk.model().edits().mend(repair));
    button.hoverProperty().subscribe((before, now) -> desk.model().preview(now ? Optional.of(repair) : Optional.empty()));
    row.prefWidthProperty().bind(widthProperty().subtract(2 * PADDING + 2 * PADDING));
    return button;
  }

  private void show(Node near, Message said) {
    sentence.setText(desk.lang().say(said));
    advice.setManaged(!advice.getText().isEmpty());
    repairs.setManaged(!repairs.getChildren().isEmpty());
    setVisible(true);
    applyCss();
    place(desk.model().places().box(near));
  }

  void hide() {
    setVisible(false);
  }

  /** Under the node, or above it, or beside it: wherever there is room. */
  private void place(Box node) {
    Box window = desk.model().camera().window();
    Box anchor = desk.model().camera().onScreen(node);
    double width = Math.min(WIDTH, Math.max(LEAST_WIDTH, prefWidth(-1)));
    double height = prefHeight(width);
    double x = anchor.centerX() - width / 2;
    double y = anchor.bottom() + DISTANCE;
    if (y + height > window.bottom() - DISTANCE) {
      y = anchor.y() - ABOVE - height;
    }
    if (y < window.y()) {
      y = Math.max(window.y(), window.bottom() - DISTANCE - height);
      boolean right = anchor.right() + DISTANCE + width < window.right();
      x = right ? anchor.right() + DISTANCE : anchor.x() - DISTANCE - width;
    }
    double inside = Math.max(window.x() + DISTANCE, Math.min(window.right() - width - DISTANCE, x));
    resizeRelocate(Math.rint(inside), Math.rint(y), width, height);
  }
}
