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

/** Where each room of the window stands: bar, palette, canvas over dock, inspector, status. Sizes are in the style sheet. */
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

  /**
   * The rooms of the window.
   *
   * @param palette layers and data, at the left
   * @param canvas the network, in the middle
   * @param inspector what is selected, at the right
   * @param dock plots, under the canvas
   */
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
    setMinSize(0, 0); // else the wide arrangement could not become narrow enough to be told that it is
    widthProperty().subscribe(width -> narrow.set(width.doubleValue() > 0 && width.doubleValue() < NARROW));
    narrow.subscribe(now -> pseudoClassStateChanged(NARROW_STATE, now));
  }

  /** What fills the window when another screen than this is shown. */
  public void standIn(Node frame) {
    window = frame;
  }

  /** Whether a key may mean a command wherever the focus is: nobody types it. */
  public static boolean mayBeCommand(KeyEvent key) {
    return WindowKeys.isForCommands(key);
  }

  /** Gives the command of a key while another screen of the window is shown, if it is one that does not need the project. */
  public void press(KeyEvent key) {
    if (getScene() == null) {
      keys.press(key, this::isReachable);
    }
  }

  private boolean isReachable(Command command) {
    return permitted.test(command) && (getScene() != null || EVERYWHERE.contains(command.group()));
  }

  /**
   * Leaves of the window only what somebody needs; the rest is not there.
   *
   * @param controls ids of the controls in the bar at the top
   * @param commands that can be given by key or from the list of commands
   * @param status whether the line at the bottom is there
   */
  public void limit(Set<String> controls, Predicate<Command> commands, boolean status) {
    topBar.limit(controls);
    permitted = commands;
    keys.permit(commands);
    statusBar.setVisible(status);
    statusBar.setManaged(status);
  }

  /** Takes over what a room can do: its keys work everywhere, and it is found in the list of commands. */
  public void offer(List<Command> more) {
    commands.add(more);
    keys.add(more);
  }

  /** Takes over what a room can do now and then: while it can, a key means that, whatever it means else. */
  public void offerWhilePossible(List<Command> more) {
    commands.add(more);
    keys.addWhilePossible(more);
  }

  /** What a room can do that has the focus: it is found in the list of commands and on the page of keys, but the keys stay the room's. */
  public void list(List<Command> more) {
    commands.add(more);
  }

  /** The keys of commands that are listed already work wherever the focus is. */
  public void hearEverywhere(List<Command> listed) {
    keys.add(listed);
  }

  /** What the mouse does in a room: it stands on the page of keys. */
  public void listGestures(List<Gesture> gestures) {
    commands.addGestures(gestures);
  }

  /** What can be made of the project: it is found in the project's menu, too. */
  public void export(List<Command> commands) {
    topBar.export(commands);
  }

  /** @param shown leads to the start screen; the project stays open */
  public void onHome(Runnable shown) {
    home = shown;
    offer(List.of(Command.of("command.home", Command.Group.WINDOW, Icon.HOME, WindowShortcuts.HOME.getName(), shown)));
  }

  /** What shows the preferences. */
  public void onPreferences(Runnable show) {
    offer(List.of(Command.of("command.preferences", Command.Group.WINDOW, Icon.SETTINGS, WindowShortcuts.PREFERENCES.getName(), show)));
    topBar.onPreferences(show);
  }

  /** What opens and leaves the step debugger: the menu of steps leads there, too. */
  public void onDebugger(ObservableValue<Boolean> shown, KeyCombination keys, Runnable toggle) {
    transportView.onDebugger(shown, keys, toggle);
  }

  /** A command that stands in the project's menu, too. */
  public void offerInMenu(Command command) {
    offer(List.of(command));
    topBar.offer(command);
  }

  /** What shows the window over the whole screen; its key works wherever the focus is. */
  public void onFullScreen(Command command) {
    list(List.of(command));
    topBar.offer(command);
  }

  /** What presents the window to a class. */
  public void onPresent(Runnable begin) {
    present = begin;
    offer(List.of(Command.of("command.present", Command.Group.VIEW, Icon.PRESENT, WindowShortcuts.PRESENT.getName(), begin)));
    topBar.onPresent(begin);
  }

  /** Presents the window, which must be shown, to a class. */
  public void present() {
    present.run();
  }

  /** What shows all that is wrong: a click on the status bar asks for it. */
  public void onProblems(Runnable show) {
    statusBar.onState(show);
  }

  /** What leads to the control that sets a part of the training. */
  public void onSetup(Consumer<TrainingSetup> lead) {
    statusBar.onSetup(lead);
  }

  /** Adds what a room has to say to the line at the bottom. */
  public void addToStatus(Node said) {
    statusBar.add(said);
  }

  /** What stands in the window's title bar. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Whether the window is too narrow for the wide arrangement. */
  public ReadOnlyBooleanProperty narrowProperty() {
    return narrow.getReadOnlyProperty();
  }

  /** Shows something at the left until the rooms are there. */
  public void begin(Region left) {
    left.getStyleClass().add("left-side");
    setLeft(left);
  }

  /** The dock reaches under the inspector, as in a cockpit; the palette stands beside both. */
  public void place(Rooms rooms) {
    cockpit = new Cockpit(rooms.canvas(), rooms.inspector(), rooms.dock());
    rooms.palette().getStyleClass().add("left-side");
    rooms.canvas().getStyleClass().add("middle");
    rooms.inspector().getStyleClass().add("right-side");
    rooms.dock().getStyleClass().add("bottom-side");
    setLeft(rooms.palette());
    rest.getChildren().setAll(cockpit);
    setCenter(new StackPane(rest)); // its place while it is lent
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

  /** Gives what stands at the left to another place; the runnable takes it back. */
  public Runnable lendLeft() {
    Node left = getLeft();
    setLeft(null);
    return () -> setLeft(left);
  }

  /** All that stands beside the left column, canvas, inspector and dock, from the beginning on. */
  public Region rest() {
    return rest;
  }

  /** Lets the middle have the place of all that stands around it, or gives this back. */
  public void enlargeMiddle(boolean large) {
    for (Region beside : List.of(palette, inspector, dock)) {
      beside.setVisible(!large);
      beside.setManaged(!large);
    }
  }

  /** Shows the rooms at the right and below, or leaves their place to the canvas. */
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

  /** Lets one room of the cockpit have the place of all; all have theirs where it is empty. */
  public void showAlone(Optional<Room> room) {
    cockpit.showAlone(room.map(one -> one == Room.MIDDLE ? canvas : one == Room.SIDE ? inspector : dock));
  }

  /** Lets the dock have the place of the canvas, or gives it back. */
  public void enlargeDock(boolean large) {
    cockpit.showAlone(Optional.of(dock).filter(room -> large));
    dock.pseudoClassStateChanged(LARGE_STATE, large);
  }

  /** Lets the inspector have the whole height beside the dock, or gives the dock its place under it back. */
  public void raiseInspector(boolean raised) {
    cockpit.raise(raised);
  }
}
