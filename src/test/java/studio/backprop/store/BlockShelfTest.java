package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.network.block.OwnBlock;

class BlockShelfTest {
  @TempDir Path folder;

  private static OwnBlock block(String name, Integer... nodes) {
    return OwnBlock.of(name, Projects.circles().network(), List.of(nodes));
  }

  @Test
  void aKeptBlockComesBackUntilItIsRemoved() throws Exception {
    BlockShelf shelf = new BlockShelf(folder.resolve("blocks"));
    assertThat(shelf.read().blocks()).isEmpty();
    shelf.keep(block("两层 / ..", 2, 3));
    shelf.keep(block("a", 2));
    shelf.keep(block("a", 3));
    assertThat(new BlockShelf(folder.resolve("blocks")).read().blocks()).containsExactly(block("a", 3), block("两层 / ..", 2, 3));
    shelf.remove(block("a", 3));
    assertThat(shelf.read().blocks()).containsExactly(block("两层 / ..", 2, 3));
  }

  @Test
  void aBrokenFileIsSkippedWithOneSentence() throws Exception {
    BlockShelf shelf = new BlockShelf(folder);
    shelf.keep(block("good", 2, 3));
    Files.writeString(folder.resolve("cut.json"), "{\"format\": \"backprop-block\", \"vers");
    Files.writeString(folder.resolve("foreign.json"), "{\"name\": \"x\"}");
    Files.createDirectory(folder.resolve("folder.json"));
    assertThat(shelf.read().blocks()).containsExactly(block("good", 2, 3));
    assertThat(shelf.read().trouble()).hasSize(3).allMatch(sentence -> sentence.toString().contains(".json"));
  }
}
