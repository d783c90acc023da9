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

/**
 * A page in columns that scroll by themselves. Where there is no room for them side by side, such as in large letters before a class, the
 * main one has the whole width, and the contents of the others stand below its own.
 */
public final class PageColumns extends HBox {
  /** Below this width, in px of the page itself. */
  public static final double NARROW = 760;
  private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

  private final ScrollPane main;
  private final Node content;
  private final List<ScrollPane> others;
  private final List<Node> contents;
  private final ReadOnlyBooleanWrapper stacked = new ReadOnlyBooleanWrapper(this, "stacked");

  /**
   * @param main the column that keeps its place
   * @param others those whose contents come below it, in this order
   * @param all from the left; {@code main} may stand in something else
   */
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

  /** Whether the columns stand one below the other. */
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
