package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.compare.comparison.ComparisonPage;
import studio.backprop.ui.compare.comparison.RunsModel;
import studio.backprop.ui.compare.landscape.LandscapeModel;
import studio.backprop.ui.compare.landscape.LandscapePage;
import studio.backprop.ui.compare.search.MachinesModel;
import studio.backprop.ui.compare.search.SearchModel;
import studio.backprop.ui.compare.search.SearchPage;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.command.PageCommands;
import studio.backprop.ui.kit.form.SettingDice;
import studio.backprop.ui.watch.time.TimeView;
import studio.backprop.ui.window.presenter.Exhibit;
import studio.backprop.ui.window.presenter.Played;
import studio.backprop.ui.window.presenter.PresenterView;
import studio.backprop.ui.window.shell.SampleCommands;
import studio.backprop.ui.window.shell.ShellView;

/** Twin runs, search and run history, on pages over the window, opened by a button beside the time machine. */
final class ComparisonRoom implements AutoCloseable {
  /** Smallest font size of the search page, in px. */
  private static final double LETTERS = 12;

  private final ComparisonModel twins;
  private final RunsModel runs;
  private final LandscapeModel landscape;
  private final SearchModel search;
  private final LandscapePage map;
  private final SearchPage searching;
  private final ComparisonPage page;
  private final BooleanProperty searchAlone = new SimpleBooleanProperty(this, "searchAlone");
  /** Held strongly: bindings listen weakly. */
  private BooleanBinding anyShown;
  private Subscription subscription = Subscription.EMPTY;

  /** @param alone whether the variants are embedded, as in a lesson: then there is no page to open */
  ComparisonRoom(RoomContext at, ComparisonRunner runner, TimeView time, boolean alone) {
    twins = new ComparisonModel(at.document(), at.run(), runner, at.pulse());
    runs = new RunsModel(at.document(), at.run(), twins, at.pulse());
    landscape = new LandscapeModel(twins, at.pulse());
    map = new LandscapePage(landscape, at.lang(), at.hints(), at.theme(), at.typesetter());
    search = new SearchModel(at.document(), at.run(), new MachinesModel(new WindowMachines(), at.pulse()), at.pulse());
    searching = new SearchPage(search, at.lang(), at.hints(), at.theme(), at.pulse());
    page = new ComparisonPage(twins, runs, map, searching, at.lang(), at.hints(), at.theme(), at.pulse());
    searching.onLeave(page::compare, page::close);
    PageCommands commands = new PageCommands(at.lang());
    List<Command> samples = alone ? List.of() : SampleCommands.of(at.files(), page::close);
    page.onCommands(all -> commands.findIn(at.shell().getScene(), withTerms(at, all, samples)),
        all -> commands.keysIn(at.shell().getScene(), all));
    if (!alone) {
      offer(at, time);
      subscription = at.document().openingsProperty().subscribe((before, now) -> at.pulse().soon(() -> greet(at)));
    }
  }

  /** Commands of the current page, samples and glossary terms. */
  private List<Command> withTerms(RoomContext at, List<Command> ofPage, List<Command> samples) {
    List<Command> all = new ArrayList<>(ofPage);
    all.addAll(samples);
    all.add(at.glossary().commandOfPage());
    all.addAll(at.glossary().terms());
    return all;
  }

  /** A sample about twins or a search opens that page first. */
  private void greet(RoomContext at) {
    boolean sample = at.document().fileProperty().get().isEmpty() && Sample.find(at.document().nameProperty().get()).isPresent();
    boolean ready = at.run().readyProperty().getValue() && at.shell().getScene() != null;
    if (sample && ready && !twins.page().isEmpty()) {
      page.openIn(at.shell().getScene());
    }
  }

  private void offer(RoomContext at, TimeView time) {
    Command open = Command.of("twins.command", Command.Group.TRAINING, Icon.TWINS, ComparisonPage.KEY,
        () -> page.toggleIn(at.shell().getScene()))
        .when(BooleanExpression.booleanExpression(at.run().readyProperty()));
    Button button = new Button(null, Icon.TWINS.view());
    button.setId("twins");
    button.textProperty().bind(Bindings.createStringBinding(() -> door(at.lang()), at.lang().textsProperty(),
        at.run().files().twinsPageProperty(), at.run().files().searchProperty()));
    button.setOnAction(event -> open.run());
    at.hints().explain(button, KeyCombination.valueOf(ComparisonPage.KEY), "twins.open.help");
    time.add(button);
    BooleanExpression ready = BooleanExpression.booleanExpression(at.run().readyProperty());
    at.shell().offer(List.of(open,
        Command.of(Message.of("landscape.command"), Command.Group.TRAINING, Icon.LANDSCAPE,
            () -> page.showLandscapeIn(at.shell().getScene())).when(ready),
        Command.of("trials.command", Command.Group.TRAINING, Icon.TUNE, ComparisonPage.SEARCH_KEY,
            () -> page.showSearchIn(at.shell().getScene())).when(ready),
        Command.of("tries.command", Command.Group.TRAINING, Icon.RUNS, ComparisonPage.TRIES_KEY,
            () -> page.showTriesIn(at.shell().getScene())).when(ready)));
  }

  /** Text key of the button, by what the project is about. */
  private String door(Lang lang) {
    return switch (twins.page()) {
      case "landscape" -> lang.say("twins.open.on", lang.say("twins.tab.landscape"));
      case "search" -> lang.say("twins.open.on", lang.say("trials.tab"));
      default -> lang.say("twins.open");
    };
  }

  ReadOnlyBooleanProperty mapOpen() {
    return landscape.openProperty();
  }

  /** The map of the loss, to be presented. */
  Region map() {
    return map.map();
  }

  /** Begins presenting the map, with a legend; the result removes the legend. */
  Runnable beginMap() {
    return map.beginPresenting();
  }

  /** Connects the dice buttons to the search space. */
  void fill(SettingDice dice) {
    search.fill(dice);
  }

  ReadOnlyBooleanProperty searchOpen() {
    return searching.openProperty();
  }

  SearchModel search() {
    return search;
  }

  /** Whether the search replaces the canvas, as in a lesson without twin runs. */
  BooleanProperty searchAlone() {
    return searchAlone;
  }

  /** The search page with its controls, to be embedded. */
  Region searchPage() {
    Region alone = searching.alone();
    searchAlone.subscribe(searching::front); // after the view that shows it: hidden views are not drawn
    return alone;
  }

  Exhibit searchToPresent() {
    Region shown = searching.shown();
    return new Exhibit(new SimpleStringProperty("trials.tab"), Icon.TUNE, shown, searching::enlarge, LETTERS, Optional.empty(), shown,
        List.of(), true);
  }

  /** While the map or the search is presented, its keys apply and the run of the window is paused. */
  void presentWith(PresenterView presenter, ShellView shell) {
    page.onPresent(() -> presenter.toggleIn(shell.getScene()));
    BooleanBinding shown = Bindings.createBooleanBinding(
        () -> isShown(presenter, PresentedPage.MAP) || isShown(presenter, PresentedPage.SEARCH), presenter.presentingProperty(),
        presenter.viewProperty());
    shown.subscribe(now -> {
      presenter.play(!now ? Optional.empty() : Optional.of(isShown(presenter, PresentedPage.MAP) ? mapPlayed() : searchPlayed()));
      boolean can = !now || mapOpen().get() || search.canPlay();
      presenter.allow(can, can);
    });
    presenter.hearFirst(key -> isShown(presenter, PresentedPage.MAP) && page.pressOnMap(key)
        || isShown(presenter, PresentedPage.SEARCH) && page.pressOnSearch(key));
    anyShown = shown;
  }

  private Played mapPlayed() {
    return new Played(Bindings.createBooleanBinding(
        () -> landscape.surfaceProperty().get().isPresent() ? landscape.playingProperty().get() : twins.playing(),
        landscape.surfaceProperty(), landscape.playingProperty(), twins.statusProperty()),
        () -> page.pressOnMap(key(KeyCode.SPACE)), () -> page.pressOnMap(key(KeyCode.RIGHT)));
  }

  private Played searchPlayed() {
    return new Played(search.stateProperty().map(state -> state != SearchModel.State.RESTING),
        () -> page.pressOnSearch(key(KeyCode.SPACE)), () -> page.pressOnSearch(key(KeyCode.RIGHT)), "trials.play", "trials.step");
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private static boolean isShown(PresenterView presenter, int place) {
    return presenter.presentingProperty().get() && presenter.viewProperty().get() == place;
  }

  ComparisonModel model() {
    return twins;
  }

  LandscapeModel landscape() {
    return landscape;
  }

  ComparisonPage page() {
    return page;
  }

  Region lanes() {
    return page.lanes();
  }

  Region curves() {
    return page.curves();
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    runs.close();
    landscape.close();
    search.close();
    twins.close();
  }
}
