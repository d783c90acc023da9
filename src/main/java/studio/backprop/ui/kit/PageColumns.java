package studio.backprop.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Page of independently scrolling columns. When too narrow, or at large font sizes, the columns are stacked in the main one. */
public final class PageColumns extends HBox {
  /** Width in px below which the columns are stacked. */
  public static final double NARROW = 760;
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  private final ScrollPane main;
  private final Node content;
  private final List<ScrollPane> others;
  private final List<Node> contents;
  private final ReadOnlyBooleanWrapper stacked = new ReadOnlyBooleanWrapper(this, "stacked");

  /** @param main column that the others are stacked in; it may be wrapped in another region in {@code all} */
  public PageColumns(ScrollPane main, List<ScrollPane> others, Region... all) {
    super(all);
    this.main = main;
    this.content = main.getContent();
    this.others = List.copyOf(others);
    this.contents = others.stream().map(ScrollPane::getContent).toList();
    setMinSize(0, 0);
    widthProperty().subscribe(width -> stacked.set(width.doubleValue() > 0 && width.doubleValue() < NARROW));
    stacked.subscribe((before, now) -> arrange(now));
  }

  public ReadOnlyBooleanProperty stackedProperty() {
    return stacked.getReadOnlyProperty();
  }

  private void arrange(boolean now) {
    pseudoClassStateChanged(STACKED, now);
    others.forEach(other -> other.setContent(null));
    main.setContent(null);
    if (now) {
      VBox stack = new VBox(content);
      stack.getChildren().addAll(contents);
      main.setContent(stack);
    } else {
      main.setContent(content);
      for (int i = 0; i < others.size(); i++) {
        others.get(i).setContent(contents.get(i));
      }
    }
    others.forEach(other -> Sight.show(other, !now));
  }
}
