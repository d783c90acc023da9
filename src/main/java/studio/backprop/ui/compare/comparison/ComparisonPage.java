package studio.backprop.ui.compare.comparison;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.project.Project;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Cover;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;

/** The page of twin runs, over the whole window: the lanes side by side, on a map of the loss, or the table of all tries. */
public final class ComparisonPage {
  /** The key that opens and closes it. */
  public static final String KEY = "Shortcut+D";

  private static final double NARROW = 1366;
  private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
  /** The key that opens the search. */
  public static final String SEARCH_KEY = "Shortcut+Shift+H";
  private static final KeyCombination SEARCH = KeyCombination.valueOf(SEARCH_KEY);
  /** The key that opens the table of tries. */
  public static final String TRIES_KEY = "Shortcut+Shift+T";
  private static final KeyCombination TRIES = KeyCombination.valueOf(TRIES_KEY);
  private static final KeyCombination CLOSES = KeyCombination.valueOf(KEY);
  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

  private final ComparisonModel model;
  private final BorderPane page = new BorderPane();
  private final Cover cover = new Cover(page);
  private final Segmented<Tab> tabs;
  private final SideBySide lanes;
  private final RunsView tries;
  private final ComparisonTab landscape;
  private final ComparisonTab search;
  private final ComparisonTransport transport;
  private final VariantKeys keys;
  private final StackPane transports = new StackPane();
  private List<Node> under = List.of();
  private Runnable present = () -> {};
  private final TabCommands commands;

  /**
   * @param landscape the lanes on a map of the loss
   * @param search for the best settings
   */
  public ComparisonPage(ComparisonModel model, RunsModel kept, ComparisonTab landscape, ComparisonTab search, Lang lang, Hints hints,
      ThemeModel theme, Pulse pulse) {
    this.model = model;
    this.keys = new VariantKeys(model);
    this.landscape = landscape;
    this.search = search;
    this.transport = new ComparisonTransport(model, lang, hints);
    page.getStyleClass().add("twins");
    page.setFocusTraversable(true);
    page.accessibleTextProperty().bind(lang.bind("twins.title"));
    tabs = new Segmented<Tab>(lang.bind("twins.title")).add(Tab.LANES, lang.bind("twins.tab.lanes"), Icon.TWINS)
        .add(Tab.LANDSCAPE, lang.bind("twins.tab.landscape"), Icon.LANDSCAPE).add(Tab.TRIES, lang.bind("twins.tab.tries"), Icon.RUNS)
        .add(Tab.SEARCH, lang.bind("trials.tab"), Icon.TUNE);
    tries = new RunsView(kept, lang, hints, theme, pulse);
    lanes = new SideBySide(model, lang, hints, theme, lane -> keep(lane, lang), page::requestFocus);
    page.setTop(head(lang, hints));
    commands = new TabCommands(this, tabs.valueProperty(), this::ownCommands);
    tabs.valueProperty().subscribe(this::show);
    landscape.transport().subscribe(own -> showTransport());
    search.transport().subscribe(own -> showTransport());
    page.widthProperty().subscribe(width -> page.pseudoClassStateChanged(NARROW_STATE, width.doubleValue() < NARROW));
    page.widthProperty().subscribe(width -> tries.fit(width.doubleValue()));
    cover.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    cover.addEventFilter(KeyEvent.KEY_PRESSED, this::pressAfterMouse);
  }

  private HBox head(Lang lang, Hints hints) {
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("twins.title"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new Button(null, Icon.CLOSE.view());
    close.setId("close-twins");
    close.getStyleClass().addAll("icon-only", "bare");
    close.setOnAction(event -> close());
    hints.explain(close, CLOSES, "twins.close");
    HBox head = new HBox(title, tabs, transports, gap, close);
    head.getStyleClass().add("head");
    return head;
  }

  private List<Command> ownCommands() {
    return switch (tabs.value()) {
      case LANES -> lanes.commands();
      case LANDSCAPE -> landscape.commands();
      case TRIES -> tries.commands();
      case SEARCH -> search.commands();
    };
  }

  /**
   * What shows the commands of the page that is in front.
   *
   * @param list in which a person types
   * @param keys the page of their keys
   */
  public void onCommands(Consumer<List<Command>> list, Consumer<List<Command>> keys) {
    commands.onShow(list, keys);
  }

  private void keep(int lane, Lang lang) {
    model.keep(lane, new VariantTexts(lang).name(model.setup().base(), model.setup().variants(), lane)).thenAccept(kept -> {
      if (kept) {
        close();
      }
    });
  }

  /** Closes it where it is open, as when another screen takes its place. */
  public void leave() {
    if (cover.showing()) {
      close();
    }
  }

  /** Opens the table of tries in this window. */
  public void showTriesIn(Scene scene) {
    showIn(scene, Tab.TRIES);
    tries.focus();
  }

  void showTries() {
    showTriesIn(page.getScene());
  }

  /** Opens the map of the loss in this window. */
  public void showLandscapeIn(Scene scene) {
    showIn(scene, Tab.LANDSCAPE);
    page.requestFocus();
  }

  void showLandscape() {
    showLandscapeIn(page.getScene());
  }

  /** Opens the search in this window. */
  public void showSearchIn(Scene scene) {
    showIn(scene, Tab.SEARCH);
    search.front(true);
  }

  void showSearch() {
    showSearchIn(page.getScene());
  }

  void showLanes() {
    showIn(page.getScene(), Tab.LANES);
    page.requestFocus();
  }

  private void showIn(Scene scene, Tab tab) {
    if (cover.showing()) {
      tabs.valueProperty().set(tab);
    } else {
      openIn(scene, tab);
    }
  }

  /** Shows projects as twins. */
  public void compare(List<Project> projects) {
    tabs.valueProperty().set(Tab.LANES);
    model.compare(projects);
  }

  /** The curves under the lanes. */
  public Region curves() {
    return lanes.curves();
  }

  /** The lanes alone, for a place of their own, where nothing can be set. */
  public Region lanes() {
    page.setTop(null);
    page.setCenter(lanes);
    lanes.withoutSetup();
    lanes.setMouseTransparent(true);
    page.getStyleClass().add("bare");
    page.setFocusTraversable(false);
    return page;
  }

  /** Opens it in this window, on the page that suits the project, or closes it. */
  public void toggleIn(Scene scene) {
    if (cover.showing()) {
      close();
    } else {
      openIn(scene);
    }
  }

  /** Opens it in this window, on the page that suits the project. */
  public void openIn(Scene scene) {
    if (!cover.showing()) {
      openIn(scene, Tab.of(model.page()));
    }
  }

  private void openIn(Scene scene, Tab tab) {
    tabs.valueProperty().set(tab);
    cover.showIn(scene);
    // what lies under the page is not drawn meanwhile: the lanes need the time
    under = cover.getParent().getChildrenUnmodifiable().stream()
        .filter(node -> node != cover && node.isVisible() && !node.visibleProperty().isBound()).toList();
    under.forEach(node -> node.setVisible(false));
    model.open();
    model.keepPage(tab.id());
    bringToFront();
  }

  /** What is in front draws and measures; what is not rests. */
  private void bringToFront() {
    Tab tab = tabs.value();
    landscape.front(tab == Tab.LANDSCAPE && cover.showing());
    search.front(tab == Tab.SEARCH && cover.showing());
    model.showOutputs(tab == Tab.LANES);
  }

  private void show(Tab tab) {
    if (cover.showing()) {
      model.keepPage(tab.id());
    }
    page.setCenter(switch (tab) {
      case LANES -> lanes;
      case LANDSCAPE -> landscape.view();
      case TRIES -> tries;
      case SEARCH -> search.view();
    });
    showTransport();
    bringToFront();
    if (tab == Tab.TRIES && cover.showing()) {
      tries.focus();
    } else if (tab != Tab.SEARCH && clicked(tabs)) {
      page.requestFocus(); // else the arrow keys would go on choosing pages
    }
  }

  /** Whether one of these buttons has the focus from the mouse. */
  private static boolean clicked(Segmented<?> buttons) {
    return buttons.getChildren().stream().anyMatch(button -> button.isFocused() && !button.isFocusVisible());
  }

  private boolean inFront() {
    return tabs.value() == Tab.LANDSCAPE;
  }

  private void showTransport() {
    ComparisonTab own = inFront() ? landscape : search;
    boolean lanesAlone = tabs.value() == Tab.LANES || tabs.value() == Tab.TRIES;
    transports.getChildren().setAll(lanesAlone ? transport : own.transport().getValue().orElse(transport));
  }

  /** Leads back to the network. */
  public void close() {
    landscape.front(false);
    search.front(false);
    model.leave();
    under.forEach(node -> node.setVisible(true));
    under = List.of();
    cover.close();
  }

  /** @param begin presents the map to a class */
  public void onPresent(Runnable begin) {
    present = begin;
  }

  void present() {
    present.run();
  }

  /** What was clicked has the focus, but no ring: whoever presses Space then means Play, not that button once more. */
  private void pressAfterMouse(KeyEvent event) {
    boolean clicked = event.getTarget() instanceof ButtonBase button && !button.isFocusVisible();
    if (clicked && event.getCode() == KeyCode.SPACE) {
      press(event);
    }
  }

  /** A key for the map while it is presented: what the page does with it, but for those that close. @return whether it did something */
  public boolean pressOnMap(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE || event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    return landscape.press(event) || keys.press(event);
  }

  /** A key for the search while it is presented: it is played, and nothing is opened or removed. @return whether it did something */
  public boolean pressOnSearch(KeyEvent event) {
    boolean plays = event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.DELETE && !event.getCode().isLetterKey();
    return plays && search.press(event);
  }

  /** Keys that no control has taken. */
  private void press(KeyEvent event) {
    if (commands.press(event)) {
      event.consume();
      return;
    }
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (CLOSES.match(event)) {
      close();
    } else if (TRIES.match(event)) {
      showTries();
    } else if (SEARCH.match(event)) {
      showSearch();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      // a list is left first; it may pass the key on to its parent, as whose it then comes
      boolean inList = page.getScene().getFocusOwner() instanceof ComboBoxBase<?>;
      if (!inList && !(inFront() ? landscape.escape() : lanes.escape())) {
        close();
      }
      page.requestFocus();
    } else if (event.getCode() == KeyCode.F5 && (inFront() || tabs.value() == Tab.SEARCH)) {
      present.run();
    } else if (UNDO.match(event) && !typing && (inFront() ? landscape : search).undo()) {
      page.requestFocus();
    } else if (typing || event.isShortcutDown() || event.isAltDown()) {
      return;
    } else if (tabs.value() == Tab.SEARCH ? !search.press(event) : !(inFront() && landscape.press(event)) && !keys.press(event)) {
      return;
    }
    event.consume();
  }
}
