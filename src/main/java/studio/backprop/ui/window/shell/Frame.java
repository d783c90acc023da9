package studio.backprop.ui.window.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Root of a window: notices, one screen at a time, and overlays. */
public final class Frame extends StackPane {
  private static final double MARGIN = 16;
  /** Distance that keeps the status bar visible. */
  private static final double ABOVE_STATUS = 40;

  private final VBox column = new VBox();
  private final Pane overlay = new Pane();
  private Region shown;

  public Frame() {
    overlay.setPickOnBounds(false);
    getChildren().addAll(column, overlay);
  }

  /** Replaces the current screen, which is then detached. */
  public void show(Region screen) {
    if (shown != screen) {
      column.getChildren().remove(shown);
      put(screen);
    }
    screen.requestFocus();
  }

  /**
   * Computes the CSS of a part of a later screen in advance: JavaFX caches the matching rules by node type within a scene. Paints nothing.
   */
  public void styleAhead(Region part) {
    overlay.getChildren().add(part);
    part.applyCss();
    overlay.getChildren().remove(part);
  }

  /** Forwards the focus to the current screen. */
  @Override
  public void requestFocus() {
    if (shown != null) {
      shown.requestFocus();
    }
  }

  private void put(Region screen) {
    shown = screen;
    // never wider than the window: only so does a screen switch to its narrow layout
    screen.setMinSize(0, 0);
    VBox.setVgrow(screen, Priority.ALWAYS);
    int line = column.getChildren().stream().allMatch(notice -> notice.getStyleClass().contains("aside")) ? 0 : column.getChildren().size();
    column.getChildren().add(line, screen);
  }

  /** Blocks mouse and keys, with a wait cursor, while this is true. */
  public void holdWhile(ReadOnlyBooleanProperty held) {
    addEventFilter(InputEvent.ANY, event -> {
      if (held.get()) {
        event.consume();
      }
    });
    held.subscribe(now -> setCursor(now ? Cursor.WAIT : null));
  }

  /**
   * Shows notices at the bottom of every screen.
   *
   * @param asRow whether the current screen has a row for them at its top
   */
  public void announce(Region notices, ReadOnlyBooleanProperty asRow) {
    asRow.subscribe(row -> {
      column.getChildren().remove(notices);
      notices.getStyleClass().remove("aside");
      if (row) {
        column.getChildren().add(0, notices);
      } else {
        notices.getStyleClass().add("aside");
        column.getChildren().add(notices);
      }
    });
  }

  /** Overlays a toast at the bottom; higher where it would cover a problem. */
  public void say(Node toast) {
    setAlignment(toast, Pos.BOTTOM_CENTER);
    setMargin(toast, new Insets(MARGIN, MARGIN, ABOVE_STATUS, MARGIN));
    getChildren().add(toast);
    new ToastPlacement(toast, column);
  }

  /** Forwards a key pressed on an overlay to the current screen. */
  public void hear(KeyEvent key) {
    Event.fireEvent(shown, key.copyFor(shown, shown));
  }

  public void addOver(Node node) {
    overlay.getChildren().add(node);
  }

  public boolean isOver(Node node) {
    return node.getParent() == overlay;
  }
}
