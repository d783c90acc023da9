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

/** What fills the window: notices, one screen at a time, and over them what points at things without being in the way. */
public final class Frame extends StackPane {
  private static final double MARGIN = 16;
  /** The status bar can be read under it. */
  private static final double ABOVE_STATUS = 40;

  private final VBox column = new VBox();
  private final Pane overlay = new Pane();
  private Region shown;

  public Frame() {
    overlay.setPickOnBounds(false);
    getChildren().addAll(column, overlay);
  }

  /** Puts another screen in the place of the one that is shown. A screen that is not shown costs nothing. */
  public void show(Region screen) {
    if (shown != screen) {
      column.getChildren().remove(shown);
      put(screen);
    }
    screen.requestFocus();
  }

  /**
   * Works out the styles of a part of a screen that will be shown later, so that it then comes faster. Nothing of it is painted. JavaFX
   * remembers for each kind of node in a scene which rules match.
   */
  public void styleAhead(Region part) {
    overlay.getChildren().add(part);
    part.applyCss();
    overlay.getChildren().remove(part);
  }

  /** The keys are for the screen that is shown. */
  @Override
  public void requestFocus() {
    if (shown != null) {
      shown.requestFocus();
    }
  }

  private void put(Region screen) {
    shown = screen;
    // never wider than the window: only so does a screen learn that it is narrow, and arranges itself for it
    screen.setMinSize(0, 0);
    VBox.setVgrow(screen, Priority.ALWAYS);
    int line = column.getChildren().stream().allMatch(notice -> notice.getStyleClass().contains("aside")) ? 0 : column.getChildren().size();
    column.getChildren().add(line, screen);
  }

  /** While this is so, mouse and keys do nothing, and the pointer says that the window is at work. */
  public void holdWhile(ReadOnlyBooleanProperty held) {
    addEventFilter(InputEvent.ANY, event -> {
      if (held.get()) {
        event.consume();
      }
    });
    held.subscribe(now -> setCursor(now ? Cursor.WAIT : null));
  }

  /**
   * Shows notices beside every screen: as a line at its bottom, so that they cover nothing of it.
   *
   * @param asRow whether the screen that is shown has a row for them at its top
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

  /** Stands at the bottom, over every screen, and takes no place from it; higher, where it would cover a problem. */
  public void say(Node toast) {
    setAlignment(toast, Pos.BOTTOM_CENTER);
    setMargin(toast, new Insets(MARGIN, MARGIN, ABOVE_STATUS, MARGIN));
    getChildren().add(toast);
    new ToastPlacement(toast, column);
  }

  /** Lets the screen that is shown hear a key that was pressed on what lies over it. */
  public void hear(KeyEvent key) {
    Event.fireEvent(shown, key.copyFor(shown, shown));
  }

  /** Lies over the screen. */
  public void addOver(Node node) {
    overlay.getChildren().add(node);
  }

  public boolean isOver(Node node) {
    return node.getParent() == overlay;
  }
}
