package studio.backprop.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.block.OwnBlock;
import studio.backprop.network.block.Parts;
import studio.backprop.text.Message;
import tools.jackson.databind.node.ObjectNode;

/** User-defined blocks: a folder with a JSON file each. */
public final class BlockShelf {
  private static final String FORMAT = "backprop-block";
  private static final int VERSION = 1;
  private static final String ENDING = ".json";
  private static final long LARGEST = 1 << 20;
  private static final int MOST_NODES = 1000;
  private static final int LONGEST_NAME = 60;

  private final Path folder;

  /** @param folder created with the first block */
  public BlockShelf(Path folder) {
    this.folder = folder;
  }

  /**
   * Content of the folder.
   *
   * @param blocks by name
   * @param trouble one message for each unreadable file
   */
  public record Content(List<OwnBlock> blocks, List<Message> trouble) {}

  public Content read() {
    List<OwnBlock> blocks = new ArrayList<>();
    List<Message> trouble = new ArrayList<>();
    for (Path file : files()) {
      try {
        blocks.add(read(file));
      } catch (StoreProblem e) {
        trouble.add(e.in(file.getFileName().toString()).sentence());
      }
    }
    blocks.sort(Comparator.comparing(OwnBlock::name));
    return new Content(blocks, trouble);
  }

  /** Saves a block, replacing one of the same name. */
  public void keep(OwnBlock block) throws StoreProblem {
    byte[] bytes = Json.write(write(block));
    Path file = file(block.name());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw StoreProblem.of("store.write-failed", file, AtomicFile.reason(e));
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  public void remove(OwnBlock block) throws StoreProblem {
    Path file = file(block.name());
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StoreProblem.of("store.write-failed", file, AtomicFile.reason(e));
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
        all.forEach(files::add);
      } catch (IOException e) {
        return files; // as if there were none: blocks can be saved again
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /** File of a block. Characters other than letters and digits are escaped, so that no two names share a file. */
  private Path file(String name) {
    try {
      return folder.resolve(safe(name, Character::isLetterOrDigit) + ENDING);
    } catch (InvalidPathException e) { // not every locale can name files by letters other than those of ASCII
      return folder.resolve(safe(name, c -> c < 128 && Character.isLetterOrDigit(c)) + ENDING);
    }
  }

  private static String safe(String name, IntPredicate stays) {
    return name.codePoints().mapToObj(c -> stays.test(c) ? Character.toString(c) : "_" + Integer.toHexString(c) + "_")
        .collect(Collectors.joining());
  }

  /** Whether a name yields a valid file name. */
  public static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  private static ObjectNode write(OwnBlock block) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("name", block.name());
    root.set("network", NetworkJson.write(block.parts().network()));
    root.set("inlets", SettingsJson.write(block.parts().inlets().stream().mapToInt(id -> id).toArray()));
    root.put("outlet", block.parts().outlet());
    return root;
  }

  private static OwnBlock read(Path file) throws StoreProblem {
    Fields root = Json.read(Section.PROJECT, bytes(file));
    if (!root.has("format") || !root.text("format").equals(FORMAT)) {
      throw StoreProblem.of("store.block");
    }
    root.whole("version", 1, VERSION);
    Network network = NetworkJson.read(root.object("network"));
    Set<Integer> ids = network.nodes().stream().map(Node::id).collect(Collectors.toCollection(TreeSet::new));
    int[] inlets = root.wholes("inlets", MOST_NODES);
    int outlet = root.whole("outlet", 1, Integer.MAX_VALUE);
    String name = root.text("name");
    if (!ids.contains(outlet) || !Arrays.stream(inlets).allMatch(ids::contains) || !fits(name)) {
      throw StoreProblem.of("store.block");
    }
    return new OwnBlock(name, new Parts(network, Arrays.stream(inlets).boxed().toList(), outlet));
  }

  private static byte[] bytes(Path file) throws StoreProblem {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw StoreProblem.of("store.block");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw StoreProblem.of("store.block");
    }
  }
}
