package studio.backprop.ui.window.start;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** Grid of cards of equal size; folded, only its first row. The arrow keys move between cards; Tab stops at one. */
final class EvenRow extends Pane {
  private static final double GAP = 16;

  private final double least;
  private final BooleanProperty unfolded = new SimpleBooleanProperty(this, "unfolded");
  private final ReadOnlyIntegerWrapper columns = new ReadOnlyIntegerWrapper(this, "columns", 1);

  /** @param least minimum width of a card in px */
  EvenRow(double least, List<? extends Node> cards) {
    this.least = least;
    getStyleClass().add("even-row");
    getChildren().addAll(cards);
    cards.forEach(card -> card.focusedProperty().subscribe(focused -> {
      if (focused) {
        reach(card);
      }
    }));
    reach(cards.get(0));
    widthProperty().subscribe(width -> columns.set(fitting(width.doubleValue())));
    columns.subscribe(now -> fold());
    unfolded.subscribe(now -> fold());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Whether all rows are shown. */
  BooleanProperty unfoldedProperty() {
    return unfolded;
  }

  /** Number of columns. */
  ReadOnlyIntegerProperty columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  int count() {
    return getChildren().size();
  }

  private int fitting(double width) {
    return Math.max(1, Math.min(getChildren().size(), (int) ((width + GAP) / (least + GAP))));
  }

  private void fold() {
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).setVisible(unfolded.get() || i < columns.get());
    }
    requestLayout();
  }

  private void reach(Node reached) {
    getChildren().forEach(card -> card.setFocusTraversable(card == reached));
  }

  private void press(KeyEvent event) {
    int step = event.getCode() == KeyCode.RIGHT ? 1
        : event.getCode() == KeyCode.LEFT ? -1
        : event.getCode() == KeyCode.DOWN && unfolded.get() ? columns.get()
        : event.getCode() == KeyCode.UP && unfolded.get() ? -columns.get() : 0;
    if (step == 0) {
      return;
    }
    for (int i = 0; i < getChildren().size(); i++) {
      int to = i + step;
      if (getChildren().get(i).isFocused() && to >= 0 && to < getChildren().size() && getChildren().get(to).isVisible()) {
        getChildren().get(to).requestFocus();
        break;
      }
    }
    event.consume();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return least;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    int fitting = fitting(width < 0 ? getWidth() : width);
    int rows = unfolded.get() ? (getChildren().size() + fitting - 1) / fitting : 1;
    return rows * (cardHeight() + GAP) - GAP;
  }

  private double cardHeight() {
    return getChildren().stream().mapToDouble(card -> card.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    int across = columns.get();
    double width = (getWidth() + GAP) / across - GAP;
    double height = cardHeight();
    for (int i = 0; i < getChildren().size(); i++) {
      double left = Math.round(i % across * (width + GAP));
      getChildren().get(i).resizeRelocate(left, i / across * (height + GAP), Math.floor(width), height);
    }
  }
}
