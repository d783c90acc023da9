package studio.backprop.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Panel with a title line: title, detail in muted text, actions at the right end. */
public final class Titled extends VBox {
  /** Minimum distance in px of title, detail and actions. */
  private static final double ROOM = 24;

  private final Label label = new Label();
  private final HBox lead = new HBox();
  private final HBox actions = new HBox();
  private final Region gap = new Region();
  private final HBox head = new HBox();

  public Titled(ObservableValue<String> title, Node content) {
    label.getStyleClass().add("title");
    label.textProperty().bind(title);
    label.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(gap, Priority.ALWAYS);
    lead.getStyleClass().add("head");
    lead.getChildren().add(label);
    actions.getStyleClass().add("head");
    head.getChildren().addAll(lead, gap, actions);
    head.getStyleClass().add("head");
    getStyleClass().add("titled");
    accessibleTextProperty().bind(title);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(head, content);
  }

  public Titled meaning(Terms terms, String term) {
    terms.explain(label, term);
    terms.mark(this, term);
    return this;
  }

  public Titled detail(ObservableValue<String> detail) {
    Label words = new Label();
    words.getStyleClass().add("detail");
    words.textProperty().bind(detail);
    lead(words);
    // hidden where it does not fit: actions have priority
    words.visibleProperty().bind(Bindings.createBooleanBinding(
        () -> head.getWidth() == 0 || head.getWidth() >= label.prefWidth(-1) + words.prefWidth(-1) + actions.prefWidth(-1) + ROOM,
        head.widthProperty(), words.textProperty(), actions.layoutBoundsProperty()));
    words.managedProperty().bind(words.visibleProperty());
    return this;
  }

  public Titled lead(Node node) {
    lead.getChildren().add(node);
    return this;
  }

  /** Puts a growing node between title and actions. */
  public Titled fill(Region middle) {
    middle.setMinWidth(0);
    lead.setMinWidth(USE_PREF_SIZE);
    actions.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(middle, Priority.ALWAYS);
    head.getChildren().set(1, middle);
    return this;
  }

  public Titled action(Node node) {
    actions.getChildren().add(node);
    return this;
  }
}
