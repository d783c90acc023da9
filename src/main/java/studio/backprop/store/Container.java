package studio.backprop.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * ZIP container of the sections. Deterministic: the same sections give the same bytes (fixed order, times and compression). Nothing is
 * extracted to disk, and a malicious file cannot use more than a fraction of the memory.
 */
final class Container {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  /** Compression level for files to be shared; fast enough. */
  static final int SMALL = 6;

  /** No compression, for speed. */
  static final int FAST = Deflater.NO_COMPRESSION;

  private static final int MOST_ENTRIES = 64;
  private static final int MEMORY_SHARE = 8;

  private final Map<Section, byte[]> sections = new EnumMap<>(Section.class);
  private final Set<String> names = new HashSet<>();
  private long left = memory();

  private Container() {}

  /** Memory limit of a file's content, in bytes. */
  static long memory() {
    return Runtime.getRuntime().maxMemory() / MEMORY_SHARE;
  }

  /**
   * Writes the sections; the stream stays open.
   *
   * @param level of compression, {@link #SMALL} or {@link #FAST}
   */
  static void write(Map<Section, byte[]> sections, int level, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(level);
    for (Map.Entry<Section, byte[]> section : new EnumMap<>(sections).entrySet()) {
      ZipEntry entry = new ZipEntry(section.getKey().file());
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(section.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /** @throws StoreProblem if it is no valid ZIP with a project */
  static Map<Section, byte[]> read(InputStream in) throws IOException, StoreProblem {
    return new Container().readEntries(open(in));
  }

  /** Reads the first section alone. Empty if the first entry is another. */
  static Optional<byte[]> first(Section section, InputStream in) throws IOException, StoreProblem {
    ZipInputStream zip = open(in);
    ZipEntry entry = next(zip);
    boolean found = entry != null && entry.getName().equals(section.file());
    return found ? Optional.of(new Container().inflate(zip, entry.getName(), section.most())) : Optional.empty();
  }

  private static ZipInputStream open(InputStream in) throws IOException, StoreProblem {
    BufferedInputStream bytes = new BufferedInputStream(in);
    bytes.mark(2);
    boolean zip = bytes.read() == 'P' && bytes.read() == 'K';
    if (!zip) {
      throw StoreProblem.of("store.not-zip");
    }
    bytes.reset();
    return new ZipInputStream(bytes);
  }

  private Map<Section, byte[]> readEntries(ZipInputStream zip) throws IOException, StoreProblem {
    ZipEntry entry = next(zip);
    while (entry != null) {
      check(entry.getName());
      Optional<Section> section = Section.named(entry.getName());
      if (section.isPresent()) {
        sections.put(section.get(), inflate(zip, entry.getName(), section.get().most()));
      } else {
        passOver(zip, entry.getName());
      }
      entry = next(zip);
    }
    if (names.isEmpty()) {
      throw StoreProblem.of("store.damaged");
    }
    if (!sections.containsKey(Section.PROJECT)) {
      throw StoreProblem.of("store.foreign");
    }
    return sections;
  }

  private static ZipEntry next(ZipInputStream zip) throws IOException, StoreProblem {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      // a name that is not UTF-8
      throw StoreProblem.of("store.damaged");
    }
  }

  private void check(String name) throws StoreProblem {
    if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.contains(":")) {
      throw StoreProblem.of("store.entry-name", shortened(name));
    }
    if (!names.add(name)) {
      throw StoreProblem.of("store.entry-twice", shortened(name));
    }
    if (names.size() > MOST_ENTRIES) {
      throw StoreProblem.of("store.entries", MOST_ENTRIES);
    }
  }

  private byte[] inflate(ZipInputStream zip, String name, long most) throws IOException, StoreProblem {
    int allowed = (int) Math.min(Math.min(most, left), Integer.MAX_VALUE - 16);
    byte[] content = zip.readNBytes(allowed + 1);
    if (content.length > allowed) {
      throw StoreProblem.of("store.entry-size", shortened(name), allowed >> 20);
    }
    left -= content.length;
    return content;
  }

  /** Skips unknown entries, limited against ZIP bombs. */
  private void passOver(ZipInputStream zip, String name) throws IOException, StoreProblem {
    long most = left;
    left -= zip.skip(most + 1);
    if (left < 0) {
      throw StoreProblem.of("store.entry-size", shortened(name), most >> 20);
    }
  }

  /** Malicious names may be very long. */
  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
