package studio.backprop.cluster;

import java.nio.ByteBuffer;

/**
 * What one member tells another.
 *
 * @param kind of it
 * @param job the job that it belongs to: each coordinator has one
 * @param number of a task, or how many tasks a worker takes at once
 * @param bytes the task, its result, the job's description, or a sentence
 */
record ClusterMessage(Kind kind, long job, long number, byte[] bytes) {
  private static final byte[] NOTHING = {};

  enum Kind {
    /** Coordinator → workers that have not begun the job, repeatedly: announces a job. */
    OFFER,
    /** From a worker: it does not know the job yet. */
    WANT,
    /** From the coordinator: the description of the job. */
    JOB,
    /** From the coordinator: the job is done. */
    DONE,
    /** From a worker: it takes so many tasks at once. */
    READY,
    /** From the coordinator. */
    TASK,
    /** From a worker. */
    RESULT,
    /** From a worker: its task could not be done; the bytes say why. */
    FAILED
  }

  static ClusterMessage of(Kind kind, long job, long number) {
    return new ClusterMessage(kind, job, number, NOTHING);
  }

  byte[] pack() {
    return ByteBuffer.allocate(1 + 2 * Long.BYTES + bytes.length).put((byte) kind.ordinal()).putLong(job).putLong(number).put(bytes)
        .array();
  }

  /** @throws IllegalArgumentException if these are not the bytes of a letter */
  static ClusterMessage unpack(byte[] packed) {
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    int kind = packed.length < 1 + 2 * Long.BYTES ? -1 : buffer.get();
    if (kind < 0 || kind >= Kind.values().length) {
      throw new IllegalArgumentException("not a letter of " + packed.length + " bytes");
    }
    long job = buffer.getLong();
    long number = buffer.getLong();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new ClusterMessage(Kind.values()[kind], job, number, bytes);
  }
}
