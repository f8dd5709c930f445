"""
The picture and the tone of nonstandard.createTestTrack, drawn and read. The
picture's contract is native/media/test_pattern.cc: cells of black and white
in the upper half, which spell a counter and a checksum.
"""

import numpy

COLUMNS = 12
ROWS = 4
COUNTER_BITS = 32
CHECKSUM_BITS = 16

BLACK = 16
WHITE = 235
# Luma at which a cell is neither black nor white any more.
DARKEST = 96
BRIGHTEST = 160

SAMPLE_RATE = 48000


def checksum_of(counter):
    """CRC-16/CCITT of a number of 32 bits."""
    total = 0xFFFF
    for bit in reversed(range(COUNTER_BITS)):
        carry = (total >> 15 ^ counter >> bit) & 1
        total = total << 1 & 0xFFFF ^ (0x1021 if carry else 0)
    return total


def cell(index, width, height):
    """Its rows and columns."""
    row, column = divmod(index, COLUMNS)
    half = height // 2
    return (
        slice(row * half // ROWS, (row + 1) * half // ROWS),
        slice(column * width // COLUMNS, (column + 1) * width // COLUMNS),
    )


def middle(part):
    margin = (part.stop - part.start) // 4
    return slice(part.start + margin, part.stop - margin)


def draw(counter, width, height):
    """A picture as planar YUV 4:2:0, in one column of rows as long as it is wide."""
    yuv = numpy.full((height * 3 // 2, width), 128, numpy.uint8)
    bits = counter << CHECKSUM_BITS | checksum_of(counter)
    for index in range(COLUMNS * ROWS):
        is_set = bits >> (COLUMNS * ROWS - 1 - index) & 1
        yuv[cell(index, width, height)] = WHITE if is_set else BLACK
    wave = (numpy.arange(width) * 256 // width + counter * 4) % 256
    yuv[height // 2 : height] = 64 + numpy.minimum(wave, 255 - wave)
    return yuv


def read(luma):
    """The counter; None when the picture is another one, or illegible."""
    height, width = luma.shape
    bits = 0
    for index in range(COLUMNS * ROWS):
        rows, columns = cell(index, width, height)
        mean = luma[middle(rows), middle(columns)].mean()
        if DARKEST < mean < BRIGHTEST:
            return None
        bits = bits << 1 | (1 if mean >= BRIGHTEST else 0)
    counter = bits >> CHECKSUM_BITS
    return counter if bits & 0xFFFF == checksum_of(counter) else None


class Tone:
    """Samples of 16 bits at SAMPLE_RATE, mono."""

    def __init__(self, frequency):
        self.frequency = frequency
        self.position = 0

    def next(self, count):
        times = (self.position + numpy.arange(count)) / SAMPLE_RATE
        self.position += count
        wave = 0.5 * numpy.sin(2 * numpy.pi * self.frequency * times)
        return (wave * 32767).astype(numpy.int16)


class ToneReader:
    """Takes such samples and tells of each 100 ms: level and strongest frequency."""

    LENGTH = SAMPLE_RATE // 10

    def __init__(self, tell):
        self.tell = tell
        self.samples = numpy.empty(0, numpy.int16)

    def take(self, samples):
        self.samples = numpy.concatenate((self.samples, samples))
        while len(self.samples) >= self.LENGTH:
            block = self.samples[: self.LENGTH] / 32768
            self.samples = self.samples[self.LENGTH :]
            level = float(numpy.sqrt(numpy.mean(block**2)))
            self.tell(level, None if level < 0.001 else self.strongest(block))

    @classmethod
    def strongest(cls, block):
        padded = 4 * cls.LENGTH
        spectrum = numpy.abs(numpy.fft.rfft(block * numpy.hanning(cls.LENGTH), padded))
        return float(numpy.argmax(spectrum)) * SAMPLE_RATE / padded
