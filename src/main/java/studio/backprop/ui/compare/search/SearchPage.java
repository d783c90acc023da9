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

/** Page Search: space at the left, learning curves of all trials, table of the best, and significance of the best. */
public final class SearchPage extends BorderPane implements ComparisonTab {
  private static final KeyCombination RUNG = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN);
  /** Redraw interval of the table while training, in polls: at least 1.5 s. */
  private static final int TABLE_EACH = 9;
  /** Idle time between two redraws as a multiple of the drawing time. */
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
  private final SearchResultsPane middle;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final SearchStatusBar foot;
  private final TrialActions byHand;
  private final TrialsExport export;
  /** Whether it is embedded read-only or for playback: trials cannot be opened. */
  private boolean alone;
  private final List<Command> commands;
  private final Button twins = new Button(null, Icon.TWINS.view());
  private final List<Runnable> parts;
  /** Number of parts redrawn since the last change. */
  private int drawn;
  private long times;
  /** Earliest time of the next redraw, by {@link System#nanoTime}. */
  private long nextPart = System.nanoTime();

  public SearchPage(SearchModel model, Lang lang, Hints hints, ThemeModel theme, Pulse pulse) {
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
    middle = new SearchResultsPane(lang, all, rungs, table, Bindings.createStringBinding(
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

  /** Content of the presentation. */
  public Region shown() {
    return middle.shown();
  }

  /** Rearranges for the presentation. @return undoes that */
  public Runnable enlarge() {
    Runnable back = middle.enlarge();
    redraw();
    return () -> {
      back.run();
      redraw();
    };
  }

  /** With its transport, for embedding: no links to other pages, and a fixed space. */
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

  /** Multi-objective search: the Pareto front replaces the best so far. */
  private boolean isFront() {
    return model.search().settings().goal() == SearchGoal.FRONT;
  }

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
   * While trials are trained, each frame redraws one part of the page: all would take several frames' time. Idle times scale with the
   * drawing time.
   */
  private void redrawPart() {
    long begun = System.nanoTime();
    if (drawn < parts.size() && begun >= nextPart && isSeen()) {
      parts.get(drawn++).run();
      long now = System.nanoTime();
      nextPart = now + REST * (now - begun);
    }
  }

  /** Throttled: rows that change places six times per second are illegible, and expensive. */
  private void redrawTable() {
    boolean empty = table.getItems().isEmpty(); // the message must be current
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

  /** A disabled or hidden field would keep the focus and swallow the keys. */
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
   * Sets the callbacks of leaving.
   *
   * @param twins compares projects
   * @param back closes the page after a trial became the project
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
