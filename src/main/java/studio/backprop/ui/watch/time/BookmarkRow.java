package studio.backprop.ui.watch.time;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.watch.time.Bookmarks.Bookmark;

/** Row of a bookmark: a click goes to its step, F2 renames the user's own, Delete removes it. */
final class BookmarkRow extends HBox {
  private final TimeModel model;
  private final Bookmark mark;
  private final Lang lang;
  private final Button go = new Button();

  BookmarkRow(TimeModel model, Bookmark mark, Lang lang, Hints hints) {
    this.model = model;
    this.mark = mark;
    this.lang = lang;
    getStyleClass().add("bookmark-row");
    Label name = new Label(lang.say(mark.name()));
    name.setGraphic(Icon.BOOKMARK.view());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label step = new Label(lang.numbers().whole(mark.step()));
    step.getStyleClass().addAll("mut", "note");
    step.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(name, gap, step);
    line.getStyleClass().add("line");
    go.setGraphic(line);
    go.getStyleClass().addAll("bare", "row");
    go.setMaxWidth(Double.MAX_VALUE);
    go.setMinWidth(0);
    line.prefWidthProperty().bind(go.widthProperty().subtract(8));
    go.setAccessibleText(lang.say(mark.said(model.said(mark.step()), lang.numbers())));
    go.setTooltip(new Tooltip(go.getAccessibleText())); // the name may be truncated
    go.setOnAction(event -> model.goTo(mark.step()));
    HBox.setHgrow(go, Priority.ALWAYS);
    getChildren().add(go);
    if (mark.own()) {
      getChildren().add(remove(hints));
      go.setOnKeyPressed(event -> {
        if (event.getCode() == KeyCode.DELETE) {
          model.bookmarks().remove(mark);
          event.consume();
        } else if (event.getCode() == KeyCode.F2) {
          rename();
          event.consume();
        }
      });
      go.setOnMouseClicked(event -> {
        if (event.getClickCount() == 2) {
          rename();
        }
      });
    }
  }

  private Button remove(Hints hints) {
    Button remove = new Button(null, Icon.CLOSE.view());
    remove.getStyleClass().addAll("bare", "icon-only", "small");
    hints.explain(remove, "bookmark.remove");
    remove.setOnAction(event -> model.bookmarks().remove(mark));
    return remove;
  }

  private void rename() {
    TextField field = new TextField(lang.say(mark.name()));
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().set(0, field);
    field.setOnAction(event -> model.bookmarks().rename(mark, field.getText()));
    field.focusedProperty().subscribe((before, now) -> {
      if (before && !now && field.getParent() != null) {
        getChildren().set(0, go);
      }
    });
    field.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        getChildren().set(0, go);
        go.requestFocus();
        event.consume();
      }
    });
    field.requestFocus();
    field.selectAll();
  }
}
