package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.block.OwnBlock;
import studio.backprop.store.BlockShelf;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** User-defined blocks in one window; reloaded when displayed, since other windows save blocks, too. */
final class OwnBlocks {
  private static final String FOLDER = "blocks";

  private final Optional<BlockShelf> shelf;
  private final Pulse pulse;
  private final ReadOnlyObjectWrapper<List<OwnBlock>> blocks = new ReadOnlyObjectWrapper<>(this, "blocks", List.of());
  private final ReadOnlyObjectWrapper<List<Message>> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", List.of());
  private final ReadOnlyObjectWrapper<Optional<OwnBlock>> removed = new ReadOnlyObjectWrapper<>(this, "removed", Optional.empty());

  /** @param folder of the preferences; without one, blocks are not saved */
  OwnBlocks(Optional<Path> folder, Pulse pulse) {
    this.shelf = folder.map(path -> new BlockShelf(path.resolve(FOLDER)));
    this.pulse = pulse;
  }

  ReadOnlyObjectProperty<List<OwnBlock>> blocksProperty() {
    return blocks.getReadOnlyProperty();
  }

  /** A message for each file that could not be read or written. */
  ReadOnlyObjectProperty<List<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  void refresh() {
    shelf.ifPresent(found -> CompletableFuture.supplyAsync(found::read).thenAccept(content -> pulse.soon(() -> {
      blocks.set(content.blocks());
      trouble.set(content.trouble());
    })));
  }

  void keep(OwnBlock block) {
    write(found -> found.keep(block));
  }

  void remove(OwnBlock block) {
    write(found -> found.remove(block));
    removed.set(Optional.of(block));
  }

  /** The last removed block, while it can be restored. */
  ReadOnlyObjectProperty<Optional<OwnBlock>> removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** Restores it. */
  void takeBack() {
    removed.get().ifPresent(this::keep);
    forget();
  }

  void forget() {
    removed.set(Optional.empty());
  }

  private interface Change {
    void carryOut(BlockShelf shelf) throws StoreProblem;
  }

  private void write(Change change) {
    shelf.ifPresent(found -> CompletableFuture.runAsync(() -> {
      try {
        change.carryOut(found);
        refresh();
      } catch (StoreProblem e) {
        pulse.soon(() -> trouble.set(List.of(e.sentence())));
      }
    }));
  }
}
