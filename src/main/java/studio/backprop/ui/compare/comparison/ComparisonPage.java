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
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Cover;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;

/** Comparison page, over the whole window: variants side by side, loss landscape, run history or search. */
public final class ComparisonPage {
  /** Shortcut that opens and closes it. */
  public static final String KEY = "Shortcut+D";

  private static final double NARROW = 1366;
  private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
  /** Shortcut of the search. */
  public static final String SEARCH_KEY = "Shortcut+Shift+H";
  private static final KeyCombination SEARCH = KeyCombination.valueOf(SEARCH_KEY);
  /** Shortcut of the run history. */
  public static final String TRIES_KEY = "Shortcut+Shift+T";
  private static final KeyCombination TRIES = KeyCombination.valueOf(TRIES_KEY);
  private static final KeyCombination CLOSES = KeyCombination.valueOf(KEY);
  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

  private final ComparisonModel model;
  private final BorderPane page = new BorderPane();
  private final Cover cover = new Cover(page);
  private final Segmented<Tab> tabs;
  private final SideBySide variants;
  private final RunsView tries;
  private final ComparisonTab landscape;
  private final ComparisonTab search;
  private final ComparisonTransport transport;
  private final VariantKeys keys;
  private final StackPane transports = new StackPane();
  private List<Node> under = List.of();
  private Runnable present = () -> {};
  private final TabCommands commands;

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
    variants = new SideBySide(model, lang, hints, theme, variant -> keep(variant, lang), page::requestFocus);
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
    Button close = new CloseButton(this::close, "bare");
    close.setId("close-twins");
    hints.explain(close, CLOSES, "twins.close");
    HBox head = new HBox(title, tabs, transports, gap, close);
    head.getStyleClass().add("head");
    return head;
  }

  private List<Command> ownCommands() {
    return switch (tabs.value()) {
      case LANES -> variants.commands();
      case LANDSCAPE -> landscape.commands();
      case TRIES -> tries.commands();
      case SEARCH -> search.commands();
    };
  }

  /** Views of the commands of the front page. */
  public void onCommands(Consumer<List<Command>> list, Consumer<List<Command>> keys) {
    commands.onShow(list, keys);
  }

  private void keep(int variant, Lang lang) {
    model.keep(variant, new VariantTexts(lang).name(model.setup().base(), model.setup().variants(), variant)).thenAccept(kept -> {
      if (kept) {
        close();
      }
    });
  }

  /** Closes it if open, as when another view takes its place. */
  public void leave() {
    if (cover.showing()) {
      close();
    }
  }

  public void showTriesIn(Scene scene) {
    showIn(scene, Tab.TRIES);
    tries.focus();
  }

  void showTries() {
    showTriesIn(page.getScene());
  }

  public void showLandscapeIn(Scene scene) {
    showIn(scene, Tab.LANDSCAPE);
    page.requestFocus();
  }

  void showLandscape() {
    showLandscapeIn(page.getScene());
  }

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

  public void compare(List<Project> projects) {
    tabs.valueProperty().set(Tab.LANES);
    model.compare(projects);
  }

  public Region curves() {
    return variants.curves();
  }

  /** The variants alone, for another view, without controls. */
  public Region lanes() {
    page.setTop(null);
    page.setCenter(variants);
    variants.withoutSetup();
    variants.setMouseTransparent(true);
    page.getStyleClass().add("bare");
    page.setFocusTraversable(false);
    return page;
  }

  /** Opens it on the page that suits the project, or closes it. */
  public void toggleIn(Scene scene) {
    if (cover.showing()) {
      close();
    } else {
      openIn(scene);
    }
  }

  /** Opens it on the page that suits the project. */
  public void openIn(Scene scene) {
    if (!cover.showing()) {
      openIn(scene, Tab.of(model.page()));
    }
  }

  private void openIn(Scene scene, Tab tab) {
    tabs.valueProperty().set(tab);
    cover.showIn(scene);
    // the covered view is not drawn: the variants need the time
    under = cover.getParent().getChildrenUnmodifiable().stream()
        .filter(node -> node != cover && node.isVisible() && !node.visibleProperty().isBound()).toList();
    under.forEach(node -> node.setVisible(false));
    model.open();
    model.keepPage(tab.id());
    bringToFront();
  }

  /** Only the front page draws and measures. */
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
      case LANES -> variants;
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

  /** Whether one of these buttons was focused by the mouse. */
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

  public void close() {
    landscape.front(false);
    search.front(false);
    model.leave();
    under.forEach(node -> node.setVisible(true));
    under = List.of();
    cover.close();
  }

  public void onPresent(Runnable begin) {
    present = begin;
  }

  void present() {
    present.run();
  }

  /** A clicked button keeps the focus without a ring: Space then means Play, not that button again. */
  private void pressAfterMouse(KeyEvent event) {
    boolean clicked = event.getTarget() instanceof ButtonBase button && !button.isFocusVisible();
    if (clicked && event.getCode() == KeyCode.SPACE) {
      press(event);
    }
  }

  /** Handles a key while the map is presented: the page's shortcuts except those that close. @return whether handled */
  public boolean pressOnMap(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE || event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    return landscape.press(event) || keys.press(event);
  }

  /** Handles a key while the search is presented: it can be played, but nothing opened or removed. @return whether handled */
  public boolean pressOnSearch(KeyEvent event) {
    boolean plays = event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.DELETE && !event.getCode().isLetterKey();
    return plays && search.press(event);
  }

  /** Keys not consumed by a control. */
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
      // a list loses the focus first; it may pass the key on to its parent as event target
      boolean inList = page.getScene().getFocusOwner() instanceof ComboBoxBase<?>;
      if (!inList && !(inFront() ? landscape.escape() : variants.escape())) {
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
