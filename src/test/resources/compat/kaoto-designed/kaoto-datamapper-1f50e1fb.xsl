<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="xml" omit-xml-declaration="yes"/>
    <xsl:template match="/order">
        <shipment><xsl:for-each select="item"><line><note><xsl:value-of select="@note"/></note></line></xsl:for-each></shipment>
    </xsl:template>
</xsl:stylesheet>
