package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.train.Cursor.Phase;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;

/** Plan of a step as a list: all ops by phase, with what they compute: done, current and pending. A click runs forward or back to one. */
public final class PlanView extends VBox {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  /** Width for the name of an op and its shape side by side; longer ones take two lines. */
  private static final double ROOM = 134;
  private static final double LETTERS = 13;

  private final DebuggerDesk desk;
  private final Stepping walk;
  private final Label place = new Label();
  private final ListView<Row> list = new ListView<>();
  private List<Cursor> shown = List.of();
  /** Number of lines of the agent's collection phase. */
  private int acts;

  /** Row of the list: a line of the collection phase, a learner's turn, a phase, or an op. */
  private record Row(Phase phase, Optional<Message> turn, Optional<Cursor> op, int acting) {
    private static final int NONE = -1;

    Row(Phase phase, Optional<Message> turn, Optional<Cursor> op) {
      this(phase, turn, op, NONE);
    }
  }

  public PlanView(DebuggerModel model, Lang lang, Typesetter typesetter, Motion motion, ThemeModel theme) {
    desk = new DebuggerDesk(model, lang, new Hints(lang), typesetter, motion, theme);
    walk = model.walk();
    getStyleClass().add("plan");
    place.getStyleClass().addAll("note", "mut");
    place.setWrapText(true);
    place.setMinHeight(USE_PREF_SIZE);
    list.getStyleClass().add("bare");
    list.accessibleTextProperty().bind(lang.bind("debugger.plan.name"));
    list.setCellFactory(view -> new Line());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    Label empty = new Label();
    empty.getStyleClass().addAll("note", "mut");
    empty.setWrapText(true);
    empty.textProperty().bind(lang.bind("debugger.plan.empty"));
    list.setPlaceholder(empty);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(place, list);
    model.courseProperty().subscribe(this::lay);
    model.answerProperty().subscribe(answer -> mark());
    model.cursorProperty().subscribe(cursor -> mark());
    lang.textsProperty().subscribe(() -> {
      list.refresh();
      mark();
    });
  }

  private void press(KeyEvent event) {
    Row focused = list.getFocusModel().getFocusedItem();
    if (event.getCode() == KeyCode.ENTER && focused != null) {
      focused.op().ifPresent(op -> walk.goTo(op.number()));
      event.consume();
    }
  }

  private void lay(List<Cursor> course) {
    boolean other = !course.isEmpty() && desk.model().acting(desk.lang()).lines().size() != acts;
    if (!course.equals(shown) || other) {
      shown = course;
      List<Row> rows = new ArrayList<>();
      acts = desk.model().acting(desk.lang()).lines().size();
      for (int i = 0; i <= acts && acts > 0; i++) {
        rows.add(new Row(Phase.FORWARD, Optional.empty(), Optional.empty(), i));
      }
      Phase phase = null;
      int turn = -1;
      for (Cursor op : course) {
        if (op.turn() != turn) {
          turn = op.turn();
          phase = null;
          desk.model().turns().title(op).ifPresent(title -> rows.add(new Row(op.phase(), Optional.of(title), Optional.empty())));
        }
        if (op.phase() != phase) {
          phase = op.phase();
          rows.add(new Row(phase, Optional.empty(), Optional.empty()));
        }
        rows.add(new Row(phase, Optional.empty(), Optional.of(op)));
      }
      list.getItems().setAll(rows);
    }
    mark();
  }

  private void mark() {
    if (desk.model().acting(desk.lang()).lines().size() != acts && !shown.isEmpty()) {
      lay(shown);
      return;
    }
    place.setText(desk.model().place().map(desk.lang()::say).orElse(""));
    list.refresh();
    int at = walk.at();
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).op().filter(op -> op.number() == at).isPresent()) {
        keepInSight(i);
      }
    }
  }

  /** Keeps some rows around the current op visible without scrolling needlessly. */
  private void keepInSight(int row) {
    List<Line> drawn = list.lookupAll(".list-cell").stream().filter(Line.class::isInstance).map(Line.class::cast).filter(Line::isVisible)
        .toList();
    double height = list.getHeight();
    boolean inSight = drawn.stream().anyMatch(line -> line.getIndex() == row
        && line.getBoundsInParent().getMinY() >= 0 && list.sceneToLocal(line.localToScene(0, line.getHeight())).getY() <= height);
    if (!inSight) {
      list.scrollTo(Math.max(0, row - 3));
    }
  }

  private final class Line extends ListCell<Row> {
    private final Label number = label("number", "mut");
    private final Label name = label("op-name");
    private final Label shape = label("op-shape", "mut");
    private final Label mark = label("mark");
    private final Tooltip title = new Tooltip();
    private final HBox line = new HBox(number, name, shape, mark);

    Line() {
      name.setMaxWidth(Double.MAX_VALUE);
      name.setMinWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
      shape.setMinWidth(USE_PREF_SIZE);
      line.getStyleClass().add("plan-line");
      setPrefWidth(0);
      setOnMouseClicked(event -> Optional.ofNullable(getItem()).flatMap(Row::op).ifPresent(op -> walk.goTo(op.number())));
    }

    /** Width of the text as drawn; the label itself may not have its style yet. */
    private static double width(Label label) {
      return Fonts.width(label.getText(), Font.font(Fonts.FAMILY, LETTERS));
    }

    private static Label label(String... styles) {
      Label label = new Label();
      label.getStyleClass().addAll(styles);
      return label;
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      Optional<Cursor> op = empty || row == null ? Optional.empty() : row.op();
      getStyleClass().removeAll("head", "forward", "loss", "backward", "update");
      setText(null);
      setGraphic(op.isPresent() ? line : null);
      setTooltip(null);
      int at = walk.at();
      pseudoClassStateChanged(DONE, op.filter(o -> o.number() < at).isPresent());
      pseudoClassStateChanged(NOW, op.filter(o -> o.number() == at).isPresent());
      if (row != null && !empty) {
        getStyleClass().add(row.phase().name().toLowerCase(Locale.ROOT));
        if (row.acting() < 0) {
          op.ifPresentOrElse(this::show, () -> head(row));
        } else {
          act(row.acting());
        }
      }
    }

    /** Header of the collection phase, or one of its lines. */
    private void act(int line) {
      List<String> lines = desk.model().acting(desk.lang()).lines();
      if (line == 0) {
        getStyleClass().add("head");
      }
      setText(line == 0 ? desk.lang().say("acting.title") : line <= lines.size() ? lines.get(line - 1) : "");
    }

    private void head(Row row) {
      getStyleClass().add("head");
      Message phase = Message.of("debugger.plan." + row.phase().name().toLowerCase(Locale.ROOT));
      setText(desk.lang().say(row.turn().orElse(phase)));
      setAccessibleRole(AccessibleRole.TEXT);
    }

    private void show(Cursor op) {
      boolean back = op.phase() == Phase.BACKWARD;
      number.setText(desk.lang().numbers().whole(op.number()));
      String size = op.phase() == Phase.UPDATE ? desk.lang().numbers().whole(desk.model().turns().moved(op))
          : op.shape().rank() == 0 ? desk.lang().say("shape.scalar") : op.shape().toString();
      name.setText(op.phase() == Phase.UPDATE ? desk.model().turns().optimizer(desk.lang(), op)
          : desk.lang().say("debugger.plan.op", desk.op(op.op()), desk.model().name(op.node())));
      shape.setText(size);
      if (width(name) + width(shape) > ROOM) {
        name.setText(op.phase() == Phase.UPDATE ? desk.lang().say("debugger.plan.update.long", name.getText(), size)
            : desk.lang().say("debugger.plan.op.long", desk.op(op.op()), desk.model().name(op.node()), size));
        shape.setText("");
      }
      int at = walk.at();
      mark.setGraphic(op.number() < at ? Icon.CHECK.view() : op.number() == at ? (back ? Icon.STEP_BACK : Icon.STEP).view() : null);
      title.setText(desk.title(op));
      setTooltip(title);
      setAccessibleText(title.getText());
    }
  }
}
