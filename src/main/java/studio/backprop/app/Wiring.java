package studio.backprop.app;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.CopiedNodes;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Toast;
import studio.backprop.ui.learn.worksheet.WorksheetModel;
import studio.backprop.ui.learn.worksheet.WorksheetPage;
import studio.backprop.ui.window.shell.ShellView;
import studio.backprop.worksheet.kind.SheetCatalog;

/**
 * Composition of a window: parts, kind and panels. The panels are built on first use, or incrementally while the start screen or first text
 * is shown.
 */
final class Wiring {
  private final WindowParts parts;
  private final WindowKind kind;
  private final CopiedNodes copied;
  private final OwnBlocks own;
  private final Demonstrator demos;
  private final FullScreen fullScreen;
  private RoomContext context;
  private Rooms rooms;

  /** @param copied clipboard shared by all windows */
  Wiring(WindowParts parts, WindowKind kind, CopiedNodes copied) {
    this.parts = parts;
    this.kind = kind;
    this.copied = copied;
    own = new OwnBlocks(parts.preferences().folder(), parts.pulse());
    parts.stage().focusedProperty().subscribe(own::refresh);
    demos = new Demonstrator(parts.pulse()::soon);
    fullScreen = new FullScreen(parts.stage(), parts.preferences());
    parts.making().add(this::makeRooms);
  }

  private void makeRooms() {
    ShellView shell = parts.emptyShell();
    context = new RoomContext(parts.document(), parts.run(), parts.files(), parts.lang(), new Hints(parts.lang()), parts.theme(),
        parts.motion(), parts.pulse(), parts.typesetter(), shell, parts.frame(),
        new GlossaryRoom(parts.lang(), parts.typesetter(), parts.stage()::getScene));
    ComparisonRunner comparisons = new ComparisonRunner(parts.kernels(), Runtime.getRuntime().availableProcessors());
    ObservableValue<Message> removed = own.removedProperty()
        .map(block -> block.map(gone -> Message.of("news.block_removed", gone.title())).orElse(null));
    parts.frame().say(
        new Toast(parts.lang().bind(removed), parts.lang().bind("news.undo"), own::takeBack, own::forget, parts.motion()));
    rooms = new Rooms(context, comparisons, own, copied, demos, parts.making(), kind.lesson());
    parts.making().addOptional(parts::dressForRooms);
    parts.making().addOptional(() -> {
      if (shell.getScene() == null) { // else CSS is applied when it is shown
        parts.frame().styleAhead(shell);
      }
    });
    List.<Function<Rooms, Region>>of(
        made -> made.all().palette(), made -> made.all().canvas(), made -> made.all().inspector(), made -> made.all().dock(),
        made -> made.views().presenter().cover())
        .forEach(room -> parts.making().addOptional(() -> parts.frame().styleAhead(room.apply(rooms))));
    parts.making().add(this::moveIn);
  }

  private void moveIn() {
    ShellView shell = context.shell();
    shell.place(rooms.all());
    Tour tour = new Tour(parts.frame(), parts.document(), parts.run(), rooms, parts.lang(), parts.pulse(), parts.preferences());
    kind.moveIn(context, rooms, tour);
    fullScreen.during(rooms.presenting());
    shell.onFullScreen(fullScreen.command());
    shell.onPreferences(parts::showPreferences);
    shell.offer(List.of(context.glossary().command()));
    shell.list(context.glossary().terms());
    WorksheetPage sheets = new WorksheetPage(WorksheetModel.usual(), parts.lang(), parts.typesetter(), parts.pulse());
    rooms.lesson().ifPresent(room -> room.view().onSheet(sheet -> SheetCatalog.find(sheet.kind())
        .ifPresent(found -> sheets.showIn(parts.stage().getScene(), found, sheet.variant()))));
    shell.offerInMenu(Command.of(Message.of("command.worksheets"), Command.Group.WINDOW, Icon.WORKSHEET,
        () -> sheets.showIn(parts.stage().getScene())));
    shell.offer(List.of(Command.of(Message.of("command.tour"), Command.Group.WINDOW, Icon.TOUR, tour::begin)));
  }

  void show(Runnable closed) {
    parts.stage().setOnHidden(event -> {
      close();
      closed.run();
    });
    kind.showFirst();
    parts.stage().show();
    parts.state().resize();
    parts.frame().requestFocus();
    FirstPicture.then(parts.pulse(), () -> parts.making().goOn(parts.pulse(), () -> kind.ready(KernelChoice::warmUp)));
  }

  WindowParts parts() {
    return parts;
  }

  WindowKind kind() {
    return kind;
  }

  Views views() {
    return rooms.views();
  }

  /** Closes the window without asking. */
  void hide() {
    parts.stage().hide();
  }

  private void closeRooms() {
    if (parts.making().isDone()) {
      kind.keep(rooms);
    }
    parts.making().stop();
    if (rooms != null) {
      rooms.close();
    }
  }

  private void close() {
    parts.pulse().close();
    closeRooms();
    parts.state().remember();
    kind.close();
    demos.close();
    parts.close();
  }
}
