package studio.backprop.ui.window.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Gesture;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.command.CommandPalette;
import studio.backprop.ui.kit.command.CommandsModel;
import studio.backprop.ui.kit.command.ShortcutsPage;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.Exploration;
import studio.backprop.ui.workspace.run.RunModel;

/** Layout of the main window: top bar, palette, canvas over dock, inspector, status bar. Sizes are in the style sheet. */
public final class ShellView extends BorderPane {
  private static final Set<Command.Group> EVERYWHERE = EnumSet.of(
      Command.Group.PROJECT, Command.Group.WINDOW, Command.Group.SAMPLE, Command.Group.TERM);
  private static final double NARROW = 1366;
  private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass LARGE_STATE = PseudoClass.getPseudoClass("large");

  private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");
  private final TopBar topBar;
  private final TransportView transportView;
  private final CommandsModel commands;
  private final WindowKeys keys;
  private final StatusBar statusBar;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title");
  private Predicate<Command> permitted = command -> true;
  private Node window = this;
  private Runnable home = () -> {};
  private Runnable present = () -> {};
  private final StackPane rest = new StackPane();
  private Cockpit cockpit;
  private Region canvas;
  private Region dock;
  private Region inspector;
  private Region palette;

  /** Panels of the window: palette left, canvas in the centre, inspector right, plots below. */
  public record Rooms(Region palette, Region canvas, Region inspector, Region dock) {}

  public ShellView(DocumentModel document, RunModel run, FilesModel files, Lang lang, ThemeModel theme) {
    TransportModel transport = new TransportModel(document, run, lang);
    transportView = new TransportView(transport, run, lang);
    RateView rate = new RateView(transport, document, new Exploration(document, run), lang);
    topBar = new TopBar(document, files, transportView, rate, lang, theme, () -> home.run());
    getStyleClass().add("shell");
    setTop(topBar);
    statusBar = new StatusBar(new StatusModel(document, run, lang), lang);
    setBottom(statusBar);
    title.bind(lang.bind("window.title", topBar.projectTitle()));
    commands = new CommandsModel(lang, this::isReachable);
    keys = new WindowKeys();
    keys.installOn(this);
    offer(new ShellCommands(document, run, files, transport, lang, theme).all());
    CommandPalette palette = new CommandPalette(commands, lang);
    ShortcutsPage shortcuts = new ShortcutsPage(commands, lang);
    offer(
        List.of(
            Command.of("command.find", Command.Group.WINDOW, Icon.SEARCH, "Shortcut+K", () -> palette.showIn(window.getScene())),
            Command.of("command.keys", Command.Group.WINDOW, Icon.KEYBOARD, "F1", () -> shortcuts.showIn(window.getScene()))));
    setMinSize(0, 0); // else the wide layout could not shrink enough to become narrow
    widthProperty().subscribe(width -> narrow.set(width.doubleValue() > 0 && width.doubleValue() < NARROW));
    narrow.subscribe(now -> pseudoClassStateChanged(NARROW_STATE, now));
  }

  /** Parent of the overlays while another screen is shown. */
  public void standIn(Node frame) {
    window = frame;
  }

  public static boolean mayBeCommand(KeyEvent key) {
    return WindowKeys.isForCommands(key);
  }

  /** Runs the command of a key while another screen is shown, if it needs no project. */
  public void press(KeyEvent key) {
    if (getScene() == null) {
      keys.press(key, this::isReachable);
    }
  }

  private boolean isReachable(Command command) {
    return permitted.test(command) && (getScene() != null || EVERYWHERE.contains(command.group()));
  }

  /** Restricts the window: ids of the controls in the top bar, commands, and whether the status bar is shown. */
  public void limit(Set<String> controls, Predicate<Command> commands, boolean status) {
    topBar.limit(controls);
    permitted = commands;
    keys.permit(commands);
    statusBar.setVisible(status);
    statusBar.setManaged(status);
  }

  /** Adds global commands, with shortcuts and in the command palette. */
  public void offer(List<Command> more) {
    commands.add(more);
    keys.add(more);
  }

  /** Adds commands that take precedence for their keys while enabled. */
  public void offerWhilePossible(List<Command> more) {
    commands.add(more);
    keys.addWhilePossible(more);
  }

  /** Adds commands of a focused panel to the command palette and the page of shortcuts; the panel handles the keys. */
  public void list(List<Command> more) {
    commands.add(more);
  }

  /** Makes the shortcuts of listed commands global. */
  public void hearEverywhere(List<Command> listed) {
    keys.add(listed);
  }

  public void listGestures(List<Gesture> gestures) {
    commands.addGestures(gestures);
  }

  /** Adds export commands, also to the project menu. */
  public void export(List<Command> commands) {
    topBar.export(commands);
  }

  /** @param shown shows the start screen; the project stays open */
  public void onHome(Runnable shown) {
    home = shown;
    offer(List.of(Command.of("command.home", Command.Group.WINDOW, Icon.HOME, WindowShortcuts.HOME.getName(), shown)));
  }

  public void onPreferences(Runnable show) {
    offer(List.of(Command.of("command.preferences", Command.Group.WINDOW, Icon.SETTINGS, WindowShortcuts.PREFERENCES.getName(), show)));
    topBar.onPreferences(show);
  }

  /** Action that toggles the step debugger, also in the menu of steps. */
  public void onDebugger(ObservableValue<Boolean> shown, KeyCombination keys, Runnable toggle) {
    transportView.onDebugger(shown, keys, toggle);
  }

  /** Adds a command, also to the project menu. */
  public void offerInMenu(Command command) {
    offer(List.of(command));
    topBar.offer(command);
  }

  public void onFullScreen(Command command) {
    list(List.of(command));
    topBar.offer(command);
  }

  public void onPresent(Runnable begin) {
    present = begin;
    offer(List.of(Command.of("command.present", Command.Group.VIEW, Icon.PRESENT, WindowShortcuts.PRESENT.getName(), begin)));
    topBar.onPresent(begin);
  }

  public void present() {
    present.run();
  }

  public void onProblems(Runnable show) {
    statusBar.onState(show);
  }

  /** Action that reveals the control of a training setting. */
  public void onSetup(Consumer<TrainingSetup> lead) {
    statusBar.onSetup(lead);
  }

  /** Adds a node to the status bar. */
  public void addToStatus(Node said) {
    statusBar.add(said);
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty narrowProperty() {
    return narrow.getReadOnlyProperty();
  }

  /** Placeholder at the left until the panels exist. */
  public void begin(Region left) {
    left.getStyleClass().add("left-side");
    setLeft(left);
  }

  /** Places the panels: the dock extends below the inspector, the palette stands beside both. */
  public void place(Rooms rooms) {
    cockpit = new Cockpit(rooms.canvas(), rooms.inspector(), rooms.dock());
    rooms.palette().getStyleClass().add("left-side");
    rooms.canvas().getStyleClass().add("middle");
    rooms.inspector().getStyleClass().add("right-side");
    rooms.dock().getStyleClass().add("bottom-side");
    setLeft(rooms.palette());
    rest.getChildren().setAll(cockpit);
    setCenter(new StackPane(rest)); // placeholder while it is lent
    PanelKeys panels = new PanelKeys(List.of(topBar, rooms.palette(), rooms.canvas(), rooms.inspector(), rooms.dock()));
    offer(
        List.of(
            Command.of("command.panel.next", Command.Group.WINDOW, Icon.CHEVRON_RIGHT, "F6", () -> panels.go(1)),
            Command.of("command.panel.previous", Command.Group.WINDOW, Icon.CHEVRON_LEFT, "Shift+F6", () -> panels.go(-1))));
    this.canvas = rooms.canvas();
    this.dock = rooms.dock();
    this.inspector = rooms.inspector();
    this.palette = rooms.palette();
  }

  /** Lends the left panel; the runnable puts it back. */
  public Runnable lendLeft() {
    Node left = getLeft();
    setLeft(null);
    return () -> setLeft(left);
  }

  public Region rest() {
    return rest;
  }

  /** Gives the centre the place of all panels, or restores them. */
  public void enlargeMiddle(boolean large) {
    for (Region beside : List.of(palette, inspector, dock)) {
      beside.setVisible(!large);
      beside.setManaged(!large);
    }
  }

  /** Shows or hides the inspector and the dock. */
  public void showRooms(boolean besideCanvas, boolean below) {
    inspector.setVisible(besideCanvas);
    inspector.setManaged(besideCanvas);
    dock.setVisible(below);
    dock.setManaged(below);
    cockpit.requestLayout();
  }

  /** One of the rooms of the cockpit. */
  public enum Room {
    MIDDLE, SIDE, BOTTOM
  }

  /** Maximizes one panel of the cockpit; empty restores all. */
  public void showAlone(Optional<Room> room) {
    cockpit.showAlone(room.map(one -> one == Room.MIDDLE ? canvas : one == Room.SIDE ? inspector : dock));
  }

  public void enlargeDock(boolean large) {
    cockpit.showAlone(Optional.of(dock).filter(room -> large));
    dock.pseudoClassStateChanged(LARGE_STATE, large);
  }

  /** Gives the inspector the whole height beside the dock, or not. */
  public void raiseInspector(boolean raised) {
    cockpit.raise(raised);
  }
}
