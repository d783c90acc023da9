package studio.backprop.ui.compare.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.project.Project;
import studio.backprop.search.trial.SearchGoal;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.compare.comparison.ComparisonTab;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** The page Search: the space at the left, all trials as lines over rungs, the table of the best, and what to think of the best. */
public final class SearchPane extends BorderPane implements ComparisonTab {
  private static final KeyCombination RUNG = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN);
  /** While trials are trained, the table is drawn each so many times only: every second and a half or more. */
  private static final int TABLE_EACH = 9;
  /** After a part was drawn it rests so many times as long. */
  private static final int REST = 20;

  private final SearchModel model;
  private final Lang lang;
  private Consumer<List<Project>> compare = projects -> {};
  private Runnable leave = () -> {};
  private final SpacePane space;
  private final ScrollPane left;
  private final SearchBar bar;
  private final ParallelPlot all;
  private final RungsPlot rungs;
  private final BestSoFarPlot sofar;
  private final FrontPlot front;
  private final TrialsTable table;
  private final SignificanceCard luck;
  private final ReadOnlyObjectWrapper<Optional<Region>> transport;
  private final SearchMiddle middle;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final SearchStatusBar foot;
  private final TrialActions byHand;
  private final TrialsExport export;
  /** Whether it has a place of its own, where it is read and perhaps played, and no trial is taken over from it. */
  private boolean alone;
  private final List<Command> commands;
  private final Button twins = new Button(null, Icon.TWINS.view());
  private final List<Runnable> parts;
  /** So many parts are drawn of what is known now. */
  private int drawn;
  private long times;
  /** When the next part may be drawn, by {@link System#nanoTime}. */
  private long nextPart = System.nanoTime();

  public SearchPane(SearchModel model, Lang lang, Hints hints, ThemeModel theme, Pulse pulse) {
    this.model = model;
    this.lang = lang;
    transport = new ReadOnlyObjectWrapper<>(this, "transport", Optional.of(new SearchTransport(model, lang, hints)));
    space = new SpacePane(model, lang, hints, theme);
    all = new ParallelPlot(model, lang, theme);
    rungs = new RungsPlot(model, lang, theme);
    sofar = new BestSoFarPlot(model, lang, theme);
    table = new TrialsTable(model, lang, hints, this::openTrial);
    luck = new SignificanceCard(model, lang, hints);
    byHand = new TrialActions(model, lang, hints);
    foot = new SearchStatusBar(model, lang, hints);
    export = new TrialsExport(model, lang, hints, pulse, foot::tell);
    commands = SearchCommands.all(model, this::openTrial, this::compareChosen, export::ask);
    front = new FrontPlot(model, lang, theme);
    offerTwins(hints);
    middle = new SearchMiddle(lang, all, rungs, table, Bindings.createStringBinding(
        () -> lang.say(isFront() ? "trials.front" : "trials.sofar"), model.searchProperty(), lang.textsProperty()),
        new StackPane(sofar, front), luck, byHand, export, twins);
    getStyleClass().add("search-page");
    setFocusTraversable(true);
    accessibleTextProperty().bind(lang.bind("trials.title"));
    bar = new SearchBar(model, lang, hints);
    setTop(bar);
    left = Scrolled.upright(space);
    left.getStyleClass().add("space-scroll");
    setLeft(left);
    setCenter(middle);
    setBottom(foot);
    parts = List.of(space::redraw, all::redraw, rungs::redraw, this::redrawFar, this::redrawTable, luck::redraw, this::redrawWords);
    drawn = parts.size();
    model.frameProperty().subscribe((before, now) -> {
      if (model.stateProperty().get() == SearchModel.State.SEARCHING) {
        if (drawn == parts.size()) {
          drawn = 0;
          times++;
        }
      } else {
        redraw();
      }
    });
    pulse.subscribe(this::redrawPart);
    model.hand().picked().subscribe(this::showTwins);
    model.stateProperty().subscribe(state -> {
      redraw();
      takeKeys();
    });
    sceneProperty().subscribe(scene -> redraw());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private void offerTwins(Hints hints) {
    twins.setId("search-twins");
    twins.getStyleClass().add("small");
    twins.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("trials.twins", model.hand().picked().size()), model.hand().picked(), lang.textsProperty()));
    twins.setOnAction(event -> compareChosen());
    hints.explain(twins, "trials.twins.help");
  }

  /** All trials, to be presented. */
  public Region shown() {
    return middle.shown();
  }

  /** In one column with the best in words and, where all trials leave it room, the best so far. @return what undoes that */
  public Runnable enlarge() {
    Runnable back = middle.enlarge();
    redraw();
    return () -> {
      back.run();
      redraw();
    };
  }

  /** It with what plays it, for a place without the other pages: nothing leads away from there, and the space stays as it is. */
  public Region alone() {
    alone = true;
    setLeft(null);
    table.onlyRead();
    foot.onlyRead();
    Sight.show(twins, false);
    Sight.show(byHand, false);
    Sight.show(export, false);
    HBox head = new HBox(transport.get().orElseThrow());
    HBox.setHgrow(head.getChildren().get(0), Priority.ALWAYS);
    head.getStyleClass().add("search-head");
    model.played().playableProperty().subscribe(can -> {
      Sight.show(head, can);
      Sight.show(bar, can);
      luck.redraw();
    });
    VBox.setVgrow(this, Priority.ALWAYS);
    VBox whole = new VBox(head, this);
    whole.setMinSize(0, 0);
    whole.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
      if (press(key)) {
        key.consume();
      }
    });
    return whole;
  }

  /** Whether trials are judged by two numbers: then the picture of both says more than the best so far. */
  private boolean isFront() {
    return model.search().settings().goal() == SearchGoal.FRONT;
  }

  /** Whether it is in front. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  private boolean isSeen() {
    return getScene() != null && (Sight.of(this) || Sight.of(middle.shown()));
  }

  private void redraw() {
    drawn = parts.size();
    if (isSeen()) {
      parts.forEach(Runnable::run);
    }
  }

  /**
   * While trials are trained, each frame draws another part of the page: all at once would take several frames' time. The more trials there
   * are, the longer a part takes and the longer it rests.
   */
  private void redrawPart() {
    long begun = System.nanoTime();
    if (drawn < parts.size() && begun >= nextPart && isSeen()) {
      parts.get(drawn++).run();
      long now = System.nanoTime();
      nextPart = now + REST * (now - begun);
    }
  }

  /** Rows that change places six times a second cannot be read, and cost more than all else. */
  private void redrawTable() {
    boolean empty = table.getItems().isEmpty(); // and says so, which must not be wrong for long
    if (model.stateProperty().get() != SearchModel.State.SEARCHING || times % TABLE_EACH == 0 || empty) {
      table.redraw();
    }
  }

  private void redrawFar() {
    Sight.show(front, isFront());
    Sight.show(sofar, !isFront());
    if (isFront()) {
      front.redraw();
    } else {
      sofar.redraw();
    }
  }

  private void redrawWords() {
    middle.sayWinner(TrialRanking.best(model.search()).map(best -> new SearchTexts(model, lang).whole(best)).orElse(""));
    showTwins();
    foot.redraw();
    byHand.redraw();
  }

  /** A field that is disabled or hidden meanwhile would keep the keys, and hand them on to nobody. */
  private void takeKeys() {
    if (getScene() != null && Sight.of(this)) {
      Node owner = getScene().getFocusOwner();
      if (owner == null || owner.isDisabled() || !Sight.of(owner)) {
        requestFocus();
      }
    }
  }

  private void showTwins() {
    twins.setDisable(model.hand().picked().size() < 2);
  }

  private void compareChosen() {
    compare.accept(model.hand().pickedProjects());
  }

  private void openTrial(int number) {
    model.hand().open(number, () -> leave.run());
  }

  /**
   * Where it leads to.
   *
   * @param twins shows projects as a comparison
   * @param back closes the page, as a trial has become the project
   */
  public void onLeave(Consumer<List<Project>> twins, Runnable back) {
    compare = twins;
    leave = back;
  }

  @Override
  public Region view() {
    return this;
  }

  @Override
  public ObservableValue<Optional<Region>> transport() {
    return transport.getReadOnlyProperty();
  }

  @Override
  public void front(boolean now) {
    open.set(now);
    if (now) {
      model.open();
      left.setVvalue(0);
      requestFocus();
      redraw();
    }
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public boolean escape() {
    return false;
  }

  @Override
  public boolean undo() {
    return !alone && open.get() && model.hand().restore();
  }

  @Override
  public boolean press(KeyEvent event) {
    boolean opens = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DELETE;
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()
        || alone && (opens || !model.played().playableProperty().get())) {
      return false;
    }
    if (RUNG.match(event)) {
      model.playRung();
    } else if (event.getCode() == KeyCode.RIGHT) {
      model.playTrial();
    } else if (event.getCode() == KeyCode.SPACE) {
      model.togglePlay();
    } else if (event.getCode() == KeyCode.HOME) {
      model.reset();
    } else if (event.getCode() == KeyCode.ENTER && model.selectedProperty().get() > 0) {
      openTrial(model.selectedProperty().get());
    } else if (!alone && byHand.press(event)) {
      return true;
    } else if (event.getCode() == KeyCode.DELETE && model.selectedProperty().get() > 0) {
      model.hand().drop(model.selectedProperty().get());
    } else {
      return false;
    }
    return true;
  }
}
